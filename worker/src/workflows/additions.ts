import { ActivityFailure, CancellationScope, condition, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { AddItemCommand, CommandRefusal, OrderItem, PlacedOrder } from '@waybill/contracts/words';
import type { InventoryActivities } from '../activities/inventory.ts';
import type { PaymentActivities } from '../activities/payment.ts';
import { errorIn, type StepFailure } from './failure.ts';
import { notingPayment } from './notes.ts';
import type { OrderRecord } from './order-record.ts';
import { neverGivesUp, willGiveUp } from './patience.ts';
import { linesOf } from './stock-lines.ts';
import type { Story } from './story.ts';

/** Says what became of a command: null when it was taken. */
export type Judge = (refusal: CommandRefusal | null, message?: string | null) => void;
export type Additions = ReturnType<typeof additionsOf>;

const mostItems = 100;

/**
 * Items that are added while an order waits for a person. What is held for the order (money, or stock where that comes
 * first) grows before the item is on the order; when it cannot grow, the order stays as it was.
 */
export function additionsOf(order: OrderRecord, story: Story, placed: PlacedOrder) {
  const holds = placed.plan === 'AUTHORIZE_FIRST' ? moneyHeld(order, placed) : stockHeld(order, placed);
  let underWay = 0;
  let changes = 0;
  let last: Promise<void> = Promise.resolve();

  /** Why what is held did not grow, if it did not. */
  const grown = async (items: OrderItem[], totalMinor: number): Promise<StepFailure | undefined> => {
    try {
      await holds.grow(items, totalMinor, ++changes);
      return undefined;
    } catch (failure) {
      if (isCancellation(failure) || !(failure instanceof ActivityFailure)) throw failure;
      const error = errorIn(failure);
      if (!error.refused) await holds.shrinkBack(++changes); // it may have grown all the same
      return error;
    }
  };

  const add = async ({ item, actor }: AddItemCommand, judge: Judge) => {
    const { items, total } = order.state;
    const totalMinor = total.amountMinor + item.quantity * item.unitPrice.amountMinor;
    const problem = problemWith(item, items, total.currencyCode, totalMinor);
    if (problem) return judge('INVALID_INPUT', problem);
    const error = await grown([...items, item], totalMinor);
    story.goOn();
    if (error) return judge(holds.refusal, error.message);
    judge(null);
    order.itemAdded(item, totalMinor, actor);
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

function problemWith(
  item: OrderItem,
  items: OrderItem[],
  currencyCode: string,
  totalMinor: number,
): string | undefined {
  if (item.unitPrice.currencyCode !== currencyCode) return `The order is in ${currencyCode}`;
  if (items.length >= mostItems) return `An order has at most ${mostItems} items`;
  if (!Number.isSafeInteger(totalMinor)) return 'The total is too large';
  return undefined;
}

function moneyHeld(order: OrderRecord, placed: PlacedOrder) {
  const { orderId, correlationId, customerId } = placed;
  const firm = proxyActivities<PaymentActivities>(willGiveUp('AUTHORIZE_PAYMENT', placed));
  const patient = proxyActivities<PaymentActivities>(neverGivesUp);
  const noted = notingPayment(order);
  const held = (amountMinor: number, change: number) => ({
    orderId,
    correlationId,
    customerId,
    amount: { ...order.state.total, amountMinor },
    change,
  });
  return {
    refusal: 'PAYMENT_REFUSED' as const,
    grow: async (_: OrderItem[], totalMinor: number, change: number) =>
      noted(await firm.authorizePayment(held(totalMinor, change))),
    shrinkBack: async (change: number) =>
      noted(await patient.authorizePayment(held(order.state.total.amountMinor, change))),
  };
}

function stockHeld(order: OrderRecord, placed: PlacedOrder) {
  const { orderId, correlationId } = placed;
  const firm = proxyActivities<InventoryActivities>(willGiveUp('RESERVE_INVENTORY', placed));
  const patient = proxyActivities<InventoryActivities>(neverGivesUp);
  const held = (items: OrderItem[], change: number) => ({ orderId, correlationId, lines: linesOf(items), change });
  return {
    refusal: 'INVALID_INPUT' as const,
    grow: (items: OrderItem[], _: number, change: number) => firm.reserveInventory(held(items, change)),
    shrinkBack: (change: number) => patient.reserveInventory(held(order.state.items, change)),
  };
}
