import { activityInfo } from '@temporalio/activity';
import type { BookedOrder } from '@waybill/contracts';
import { isUndoable, type OrderState, type OrderStepName } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Executions } from '@waybill/orders-client';
import { createActivity, type OrderRef } from './attempted.ts';

/** A run that was reset, and the steps that it has begun. */
type ResetRun = OrderRef & { begun: OrderStepName[] };
type Compared = { runId: string; booked?: OrderState };

/** What a run of an order's workflow asks for that was reset. */
export const createResetActivities = (book: Pick<OrderBookClient, 'find' | 'takeOver'>, engine: Executions) => ({
  /** Which run asks, and the order as the book has it where that is closed, or where more was done than the run has begun. */
  compareRun: createActivity(async ({ orderId, begun }: ResetRun, call): Promise<Compared> => {
    const runId = activityInfo().workflowExecution?.runId ?? '';
    const booked = await book.find(orderId, call);
    return booked && !isKnownTo(begun, booked) ? { runId, booked: booked.order } : { runId };
  }),

  /** Leaves an order that is not closed to its recovery. Nobody writes it any more who does not know of that. */
  handOverOrder: createActivity(async ({ orderId }: OrderRef, call): Promise<{ booked?: OrderState }> => {
    const booked = await book.find(orderId, call);
    if (!booked) return {};
    if (booked.order.closedAt !== null) return { booked: booked.order };
    if (!booked.epoch) await book.takeOver(orderId, 1, call);
    await engine.recover(orderId);
    return { booked: booked.order };
  }),
});

/** Whether nothing was done for an order but what a run of its workflow has begun. */
const isKnownTo = (begun: readonly OrderStepName[], { order, epoch }: BookedOrder): boolean =>
  order.closedAt === null &&
  epoch === undefined &&
  order.compensations.length === 0 &&
  order.steps.every(({ name, startedAt }) => startedAt === null || begun.includes(name) || !hasEffect(name));

const hasEffect = (step: OrderStepName) => isUndoable(step) || step === 'DISPATCH_CARRIER';
