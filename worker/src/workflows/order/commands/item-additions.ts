import { CancellationScope, condition, isCancellation, patched } from '@temporalio/workflow';
import { type AddItemCommand, limitsOf, type PlacedOrder, refusalOf } from '@waybill/contracts/domain';
import type { GrowingHold } from '../providers/hold.ts';
import type { OrderSaga } from '../saga/saga.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Decide } from './command-handler.ts';
import { createHoldGrowth } from './hold-growth.ts';
import { problemWith } from './item-problem.ts';
import { createPricing } from './pricing.ts';

export type ItemAdditions = ReturnType<typeof createItemAdditions>;

type Options = {
  order: OrderRecord;
  saga: OrderSaga;
  hold: GrowingHold;
  placed: PlacedOrder;
  /** Whether an approval covers only what was on the order when it came. */
  approvesAsSeen: () => boolean;
};

/** Orders that were approved before this rule existed continue without it. */
export const approvesAsSeen = (): boolean => patched('approved-as-seen');

/**
 * Items that are added while an order awaits approval. The hold of the order (money, or stock if that comes first)
 * grows before the item is added; if it cannot grow, the order is unchanged.
 */
export function createItemAdditions(options: Options) {
  const { saga } = options;
  const addItem = createItemAddition(options);
  let pending = 0;
  let last: Promise<void> = Promise.resolve();

  /** An order that ends while an item is being added compensates all that it holds, and the addition with it. */
  const addUnlessEnded = (add: Add, command: AddItemCommand, decide: Decide) => {
    const refusal = refusalSinceApproval(options);
    if (refusal) return decide(refusal);
    return saga
      .runCancellable(() => add(command, decide))
      .catch((failure: unknown) => {
        if (!isCancellation(failure)) throw failure;
        decide('ORDER_CLOSED');
      });
  };

  /** Adds one item after the other, in the order in which they came. */
  const inTurn = (add: Add) => (command: AddItemCommand, decide: Decide) => {
    pending += 1;
    last = last
      .then(() => addUnlessEnded(add, command, decide))
      .finally(() => {
        pending -= 1;
      });
  };

  return {
    add: inTurn(addItem),
    /** Adds an item that has only a product and a quantity. */
    addUnpriced: inTurn(pricedFirst(options, addItem)),
    /** Resolves when no addition is pending: only then it is known what is held for the order. */
    settled: () => CancellationScope.nonCancellable(() => condition(() => pending === 0)),
  };
}

type Add = (command: AddItemCommand, decide: Decide) => Promise<void>;

function pricedFirst({ placed }: Options, add: Add): Add {
  const price = createPricing(placed);
  return async (command, decide) => {
    const priced = await price(command, decide);
    if (priced) await add(priced, decide);
  };
}

/** Adds one item: the hold grows for it first. */
function createItemAddition(options: Options): Add {
  const { order, saga, hold, placed } = options;
  const growth = createHoldGrowth(order, hold);

  return async (command, decide) => {
    const { item, correlationId } = command;
    const { items, total } = order.state;
    const { currencyCode } = total;
    const totalMinor = total.amountMinor + item.quantity * item.unitPrice.amountMinor;
    const problem = problemWith({ item, items, maxItems: limitsOf(placed).items, currencyCode, totalMinor });
    if (problem) return decide('INVALID_INPUT', ...problem);
    const error = await growth.grow([...items, item], totalMinor, correlationId || placed.correlationId);
    saga.throwIfHalted();
    if (error) return decide(error.refused ? hold.refusal : 'SERVICE_UNAVAILABLE', error.message);
    const refusal = refusalSinceApproval(options);
    if (refusal) {
      await growth.shrinkBack(correlationId);
      saga.throwIfHalted();
      return decide(refusal);
    }
    decide(null);
    order.addItem(item, totalMinor, command);
  };
}

/** An approval covers the total that the manager saw: items still being added then are dropped. */
function refusalSinceApproval({ order, approvesAsSeen }: Options) {
  const refusal = refusalOf('addItem', order.state);
  return refusal && approvesAsSeen() ? refusal : null;
}
