import { ActivityFailure, CancellationScope, condition, isCancellation, proxyActivities } from '@temporalio/workflow';
import {
  type AddItemCommand,
  type CommandRefusal,
  limits,
  limitsOf,
  type OrderItem,
  overLimit,
  type PlacedOrder,
} from '@waybill/contracts/words';
import type { InventoryActivities } from '../../../activities/inventory.ts';
import type { PaymentActivities } from '../../../activities/payment.ts';
import { errorIn, type StepFailure } from '../activities/failure.ts';
import { neverGivesUp, willGiveUp } from '../activities/patience.ts';
import type { Story } from '../saga/story.ts';
import { notingPayment } from '../state/notes.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { linesOf } from '../state/stock-lines.ts';

/** Says what became of a command: null when it was taken. */
export type Judge = (refusal: CommandRefusal | null, message?: string | null) => void;
export type Additions = ReturnType<typeof additionsOf>;

/**
 * Items that are added while an order waits for a person. What is held for the order (money, or stock where that comes
 * first) grows before the item is on the order; when it cannot grow, the order stays as it was.
 */
export function additionsOf(order: OrderRecord, story: Story, placed: PlacedOrder) {
  const holds = placed.plan === 'AUTHORIZE_FIRST' ? moneyHeld(order, placed) : stockHeld(placed);
  const asItWas = () => ({ items: order.state.items, totalMinor: order.state.total.amountMinor });
  let underWay = 0;
  let changes = 0;
  let last: Promise<void> = Promise.resolve();

  /** Why what is held did not grow, if it did not. */
  const grown = async (
    items: OrderItem[],
    totalMinor: number,
    correlationId: string,
  ): Promise<StepFailure | undefined> => {
    try {
      await holds.grow({ items, totalMinor, correlationId, change: ++changes });
      return undefined;
    } catch (failure) {
      if (isCancellation(failure) || !(failure instanceof ActivityFailure)) throw failure;
      const error = errorIn(failure);
      if (!error.refused) await holds.shrinkBack({ ...asItWas(), correlationId, change: ++changes }); // it may have grown all the same
      return error;
    }
  };

  const add = async (command: AddItemCommand, judge: Judge) => {
    const { item, correlationId } = command;
    const { items, total } = order.state;
    const totalMinor = total.amountMinor + item.quantity * item.unitPrice.amountMinor;
    const problem = problemWith({
      item,
      items,
      most: limitsOf(placed).items,
      currencyCode: total.currencyCode,
      totalMinor,
    });
    if (problem) return judge('INVALID_INPUT', problem);
    const error = await grown([...items, item], totalMinor, correlationId || placed.correlationId);
    story.goOn();
    if (error) return judge(holds.refusal, error.message);
    judge(null);
    order.itemAdded(item, totalMinor, command);
  };

  /** An order that ends while an item is being added takes back all that it holds, and that with it. */
  const addUnlessItEnds = (command: AddItemCommand, judge: Judge) =>
    story
      .during(() => add(command, judge))
      .catch((failure: unknown) => {
        if (!isCancellation(failure)) throw failure;
        judge('ORDER_CLOSED');
      });

  return {
    /** Adds one item after the other, in the order in which they came. */
    add(command: AddItemCommand, judge: Judge): void {
      underWay += 1;
      last = last
        .then(() => addUnlessItEnds(command, judge))
        .finally(() => {
          underWay -= 1;
        });
    },
    /** An order that ends waits for them too: what is held for it is known only then. */
    areSettled: () => CancellationScope.nonCancellable(() => condition(() => underWay === 0)),
  };
}

type Addition = { item: OrderItem; items: OrderItem[]; most: number; currencyCode: string; totalMinor: number };

function problemWith({ item, items, most, currencyCode, totalMinor }: Addition): string | undefined {
  if (item.unitPrice.currencyCode !== currencyCode) return `The order is in ${currencyCode}`;
  if (items.length >= most) return `An order has at most ${most} items`;
  if (overLimit([...items, item]).length > 0) return `An order wants at most ${limits.quantity} of one product`;
  if (!Number.isSafeInteger(totalMinor)) return 'The total is too large';
  return undefined;
}

/** What is to be held for an order, from one request on. */
type Hold = { items: OrderItem[]; totalMinor: number; correlationId: string; change: number };

function moneyHeld(order: OrderRecord, placed: PlacedOrder) {
  const { orderId, customerId } = placed;
  const firm = proxyActivities<PaymentActivities>(willGiveUp('AUTHORIZE_PAYMENT', placed));
  const patient = proxyActivities<PaymentActivities>(neverGivesUp);
  const noted = notingPayment(order);
  const held = ({ totalMinor: amountMinor, correlationId, change }: Hold) => ({
    orderId,
    correlationId,
    customerId,
    amount: { ...order.state.total, amountMinor },
    change,
  });
  return {
    refusal: 'PAYMENT_REFUSED' as const,
    grow: async (hold: Hold) => noted(await firm.authorizePayment(held(hold))),
    shrinkBack: async (hold: Hold) => noted(await patient.authorizePayment(held(hold))),
  };
}

function stockHeld(placed: PlacedOrder) {
  const { orderId } = placed;
  const firm = proxyActivities<InventoryActivities>(willGiveUp('RESERVE_INVENTORY', placed));
  const patient = proxyActivities<InventoryActivities>(neverGivesUp);
  const held = ({ items, correlationId, change }: Hold) => ({ orderId, correlationId, lines: linesOf(items), change });
  return {
    refusal: 'INVALID_INPUT' as const,
    grow: (hold: Hold) => firm.reserveInventory(held(hold)),
    shrinkBack: (hold: Hold) => patient.reserveInventory(held(hold)),
  };
}
