import { activityInfo } from '@temporalio/activity';
import type { BookedOrder } from '@waybill/contracts';
import { isUndoable, type OrderState, type OrderStepName } from '@waybill/contracts/domain';
import { type OrderBookClient, Refused } from '@waybill/order-book-client';
import type { Executions } from '@waybill/orders-client';
import { createActivity, type OrderRef } from './attempt.ts';

/** The steps that a reset execution has started. */
type ResetExecution = OrderRef & { begun: OrderStepName[] };
type Compared = { runId: string; booked?: OrderState };

/** The activities of an execution of an order's workflow that was reset. Their names and results are in histories, where an execution is a run. */
export const createResetActivities = (book: Pick<OrderBookClient, 'find' | 'takeOver'>, engine: Executions) => ({
  /**
   * Identifies the execution, and returns the order in the book if it is closed, or if more was done than the execution
   * has started.
   */
  compareRun: createActivity(async ({ orderId, begun }: ResetExecution, call): Promise<Compared> => {
    const runId = activityInfo().workflowExecution?.runId ?? '';
    const booked = await book.find(orderId, call);
    return booked && !isKnownTo(begun, booked) ? { runId, booked: booked.order } : { runId };
  }),

  /** Leaves an open order to its recovery. Its earlier writers are fenced off. */
  handOverOrder: createActivity(async ({ orderId }: OrderRef, call): Promise<{ booked?: OrderState }> => {
    const booked = await book.find(orderId, call);
    if (!booked) return {};
    if (booked.order.closedAt !== null) return { booked: booked.order };
    if (!booked.epoch) await book.takeOver(orderId, 1, call).catch(unlessTaken);
    await engine.recover(orderId);
    return { booked: booked.order };
  }),
});

/** A recovery may have taken it over meanwhile, and is then to end it anyway. */
function unlessTaken(error: unknown): void {
  if (!(error instanceof Refused && error.code === 'TAKEN_OVER')) throw error;
}

/** Whether only steps that this execution has started were taken for an order. */
const isKnownTo = (begun: readonly OrderStepName[], { order, epoch }: BookedOrder): boolean =>
  order.closedAt === null &&
  epoch === undefined &&
  order.compensations.length === 0 &&
  order.steps.every(({ name, startedAt }) => startedAt === null || begun.includes(name) || !hasEffect(name));

const hasEffect = (step: OrderStepName) => isUndoable(step) || step === 'DISPATCH_CARRIER';
