import type { OrderDetailsFragment, Waybill } from '@waybill/client';
import { addressIn, textsOf } from '../../../components/form-texts.ts';
import type { Result } from '../../../order/verdict.ts';
import { workAtHand } from './work-at-hand.ts';

type Command = { order: OrderDetailsFragment; action: string; form: FormData; commandId: string };

/** Sends the command of an action, with the input of its dialog. */
export async function send({ orders }: Waybill, { order, action, form, commandId }: Command): Promise<Result> {
  const { id } = order;
  const text = textsOf(form);
  switch (action) {
    case 'APPROVE':
      return orders.approve(id, { commandId });
    case 'REJECT':
      return orders.reject(id, text('text'), { commandId });
    case 'CANCEL':
      return orders.cancel(id, text('text'), { commandId });
    case 'ADD_ITEM':
      return orders.addItem(id, { sku: text('sku'), quantity: Number(text('quantity')) }, { commandId });
    case 'CHANGE_ADDRESS':
      return orders.changeAddress(id, addressIn(text), { commandId });
    case 'RETRY_NOW':
      return orders.retryNow(id, { step: workAtHand(order).step, commandId });
    case 'GIVE_UP_STEP':
      return orders.giveUpStep(id, workAtHand(order).step, text('text'), { commandId });
    case 'SETTLE_COMPENSATION':
      return orders.settleCompensation(id, workAtHand(order).step, text('text'), { commandId });
    case 'CANCEL_WORKFLOW':
      return orders.cancelWorkflow(id, text('text'), { commandId });
    default:
      throw new Error(`This page does not know the action ${action}: reload it`);
  }
}
