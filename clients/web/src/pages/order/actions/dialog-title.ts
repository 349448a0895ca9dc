import type { OrderDetailsFragment } from '@waybill/client';
import { money } from '../../../order/money.ts';
import { compensationWord, stepWords } from '../../../order/words.ts';
import { actionWords } from './actions.ts';
import { workAtHand } from './work-at-hand.ts';

type Named = Pick<OrderDetailsFragment, 'id' | 'steps' | 'compensations' | 'payment'>;

/** The title of an action's dialog: what is done to which order, and for work that fails its name and its amount. */
export function dialogTitle(action: string, order: Named): string {
  const { step, compensation } = workAtHand(order);
  const work = compensation ? compensationWord(compensation) : stepWords(step).noun;
  switch (action) {
    case 'SETTLE_COMPENSATION':
      return `Settle “${work}”${amountOf(compensation, order)} for ${order.id}`;
    case 'GIVE_UP_STEP':
      return `Give up “${work}”${amountOf(compensation, order)} for ${order.id}`;
    case 'ADD_ITEM':
      return `Add an item to ${order.id}`;
    case 'CHANGE_ADDRESS':
      return `Change the address of ${order.id}`;
    case 'REJECT':
      return `Reject ${order.id}`;
    case 'CANCEL':
      return `Cancel ${order.id}`;
    default:
      return `${actionWords(action).label}: ${order.id}`;
  }
}

/** The amount that a compensation of the payment moves. */
function amountOf(compensation: string | null, { payment }: Pick<Named, 'payment'>): string {
  const amount =
    compensation === 'REFUND_PAYMENT'
      ? payment?.captured
      : compensation === 'RELEASE_PAYMENT'
        ? payment?.authorized
        : undefined;
  return amount ? ` of ${money(amount)}` : '';
}
