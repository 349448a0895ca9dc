import type { AddressInput, OrderDetailsFragment, OrderItemInput, OrderStepName, Waybill } from '@waybill/client';
import type { Result } from '../../../order/verdict.ts';

/** What a dialog gathered. */
export type Given = { text?: string; item?: OrderItemInput; address?: AddressInput };

const noAddress: AddressInput = { street: '', city: '', country: '' };

type Command = { order: OrderDetailsFragment; action: string; given: Given; commandId: string };

/** Sends the command of an action. */
export async function send({ orders }: Waybill, { order, action, given, commandId }: Command): Promise<Result> {
  const { text = '', item = { sku: '', quantity: 0 }, address = noAddress } = given;
  const { id } = order;
  switch (action) {
    case 'APPROVE':
      return orders.approve(id, { commandId });
    case 'REJECT':
      return orders.reject(id, text, { commandId });
    case 'CANCEL':
      return orders.cancel(id, text, { commandId });
    case 'ADD_ITEM':
      return orders.addItem(id, item, { commandId });
    case 'CHANGE_ADDRESS':
      return orders.changeAddress(id, address, { commandId });
    case 'RETRY_NOW':
      return orders.retryNow(id, { step: stepAtWork(order), commandId });
    case 'GIVE_UP_STEP':
      return orders.giveUpStep(id, stepAtWork(order), text, { commandId });
    case 'SETTLE_COMPENSATION':
      return orders.settleCompensation(id, stepAtWork(order), text, { commandId });
    case 'CANCEL_WORKFLOW':
      return orders.cancelWorkflow(id, text, { commandId });
    default:
      throw new Error(`This page is older than the action ${action}: reload it`);
  }
}

/** The step that runs or is being undone. */
function stepAtWork({ steps, compensations }: OrderDetailsFragment): OrderStepName {
  const undone = compensations.find(({ status }) => status === 'RUNNING');
  const running = steps.find(({ status }) => status === 'RUNNING');
  return undone?.undoes ?? running?.name ?? 'RECEIVE';
}
