import { ActivityFailure, CancellationScope, condition, isCancellation, patched } from '@temporalio/workflow';
import {
  type AddItemCommand,
  limits,
  limitsOf,
  type OrderItem,
  overLimit,
  type PlacedOrder,
  refusalOf,
} from '@waybill/contracts/domain';
import { type StepFailure, toStepFailure } from '../../shared/activities/failure.ts';
import type { GrowingHold } from '../providers/hold.ts';
import type { Saga } from '../saga/saga.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Decide } from './command-handler.ts';

export type ItemAdditions = ReturnType<typeof createItemAdditions>;

type Options = {
  order: OrderRecord;
  saga: Saga;
  hold: GrowingHold;
  placed: PlacedOrder;
  /** Whether an approval covers only what was on the order when it came. */
  approvesAsSeen: () => boolean;
};

/** Orders that were approved before this rule existed go on without it. */
export const approvesAsSeen = (): boolean => patched('approved-as-seen');

/**
 * Items that are added while an order waits for a person. What is held for the order (money, or stock where that comes
 * first) grows before the item is on the order; when it cannot grow, the order stays as it was.
 */
export function createItemAdditions({ order, saga, hold, placed, approvesAsSeen }: Options) {
  const before = () => ({ items: order.state.items, totalMinor: order.state.total.amountMinor });
  let pending = 0;
  let changes = 0;
  let last: Promise<void> = Promise.resolve();

  /** A manager approves the total that he saw: what was still being added then is not on the order. */
  const refusalSinceApproval = () => {
    const refusal = refusalOf('addItem', order.state);
    return refusal && approvesAsSeen() ? refusal : null;
  };

  /** Resolves to why the hold did not grow, if it did not. */
  const grow = async (
    items: OrderItem[],
    totalMinor: number,
    correlationId: string,
  ): Promise<StepFailure | undefined> => {
    try {
      await hold.grow({ items, totalMinor, correlationId, change: ++changes });
      return undefined;
    } catch (failure) {
      if (isCancellation(failure) || !(failure instanceof ActivityFailure)) throw failure;
      const error = toStepFailure(failure);
      if (!error.refused) await hold.shrinkBack({ ...before(), correlationId, change: ++changes }); // it may have grown all the same
      return error;
    }
  };

  const add = async (command: AddItemCommand, decide: Decide) => {
    const { item, correlationId } = command;
    const { items, total } = order.state;
    const { currencyCode } = total;
    const totalMinor = total.amountMinor + item.quantity * item.unitPrice.amountMinor;
    const problem = problemWith({ item, items, maxItems: limitsOf(placed).items, currencyCode, totalMinor });
    if (problem) return decide('INVALID_INPUT', ...problem);
    const error = await grow([...items, item], totalMinor, correlationId || placed.correlationId);
    saga.throwIfHalted();
    if (error) return decide(error.refused ? hold.refusal : 'SERVICE_UNAVAILABLE', error.message);
    const refusal = refusalSinceApproval();
    if (refusal) {
      await hold.shrinkBack({ ...before(), correlationId, change: ++changes });
      saga.throwIfHalted();
      return decide(refusal);
    }
    decide(null);
    order.addItem(item, totalMinor, command);
  };

  /** An order that ends while an item is being added compensates all that it holds, and the addition with it. */
  const addUnlessEnded = (command: AddItemCommand, decide: Decide) => {
    const refusal = refusalSinceApproval();
    if (refusal) return decide(refusal);
    return saga
      .runCancellable(() => add(command, decide))
      .catch((failure: unknown) => {
        if (!isCancellation(failure)) throw failure;
        decide('ORDER_CLOSED');
      });
  };

  return {
    /** Adds one item after the other, in the order in which they came. */
    add(command: AddItemCommand, decide: Decide): void {
      pending += 1;
      last = last
        .then(() => addUnlessEnded(command, decide))
        .finally(() => {
          pending -= 1;
        });
    },
    /** Resolves when no addition is pending: only then it is known what is held for the order. */
    settled: () => CancellationScope.nonCancellable(() => condition(() => pending === 0)),
  };
}

/** What is wrong with an item, and in which of its fields. */
type Problem = [message: string, field?: string];

type Addition = { item: OrderItem; items: OrderItem[]; maxItems: number; currencyCode: string; totalMinor: number };

function problemWith({ item, items, maxItems, currencyCode, totalMinor }: Addition): Problem | undefined {
  if (item.unitPrice.currencyCode !== currencyCode) return [`The order is in ${currencyCode}`];
  if (items.length >= maxItems) return [`An order has at most ${maxItems} items`];
  if (overLimit([...items, item]).length > 0)
    return [`An order wants at most ${limits.quantity} of one product`, 'quantity'];
  if (!Number.isSafeInteger(totalMinor)) return ['The total is too large'];
  return undefined;
}
