import { activityInfo } from '@temporalio/activity';
import type { BookedOrder, PaymentRecord, ShipmentRecord } from '@waybill/contracts';
import { isUndoable, type OrderState, type OrderStepName } from '@waybill/contracts/domain';
import { type OrderBookClient, Refused } from '@waybill/order-book-client';
import type { Executions } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { createActivity, createProviderActivity, type OrderRef } from './attempted.ts';

/** An order as its lost workflow left it, and the epoch under which its recovery writes it. */
export type LeftOrder = { order: OrderState; fingerprint: string; epoch: number };

type Book = Pick<OrderBookClient, 'find' | 'record' | 'takeOver'>;

/** The activities of a recovery beyond its compensations. */
export const createRecoveryActivities = ({ shipping, payment }: ProvidersClient, book: Book, engine: Executions) => {
  /**
   * The last state in the history of an ended workflow, which also goes into the book, with every entry since the first
   * that the book lacks: what was written in passing may have come without what was written before it. Undefined where
   * nobody can tell, and for an end that the book did not get: that is of a run that knew less than the book.
   */
  const lastStateOf = async ({
    order: booked,
    fingerprint: ofBooked,
  }: BookedOrder): Promise<OrderState | undefined> => {
    const { orderId } = booked;
    const whole = await book
      .record(orderId, { order: booked, entries: [], fingerprint: ofBooked })
      .catch(unlessRefused);
    const answer = await engine.read(orderId, whole?.seq ?? booked.revision);
    if (!answer || typeof answer === 'string') return undefined;
    const { order, journal, fingerprint } = answer;
    if (order.closedAt !== null) return undefined;
    await book.record(orderId, { order, entries: journal, fingerprint }).catch(unlessRefused);
    return order;
  };

  return {
    /**
     * Makes the recovery the only one that acts for the order and writes it. Undefined for an order that is closed, or
     * whose workflow somebody has brought back before any recovery began.
     */
    takeOverOrder: createActivity(async ({ orderId }: OrderRef, call): Promise<{ left?: LeftOrder }> => {
      const booked = await book.find(orderId, call);
      if (!booked || booked.order.closedAt !== null) return {};
      const { epoch = 0 } = booked;
      if (epoch === 0 && (await engine.isRunning(orderId))) return {};
      const last = await lastStateOf(booked);
      const left = await book.takeOver(orderId, epoch + 1, call);
      if (left.order.closedAt !== null) return {};
      await engine.end(orderId);
      return { left: { order: stateLeft(left.order, last), fingerprint: left.fingerprint, epoch: epoch + 1 } };
    }),

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

    askProviders: createProviderActivity(async ({ orderId }: OrderRef, call): Promise<Found> => {
      const [shipment, paid] = await Promise.all([
        shipping.status({ orderId }, call),
        payment.status({ orderId }, call),
      ]);
      return { shipment, payment: paid };
    }),
  };
};

/** Whether nothing was done for an order but what a run of its workflow has begun. */
const isKnownTo = (begun: readonly OrderStepName[], { order, epoch }: BookedOrder): boolean =>
  order.closedAt === null &&
  epoch === undefined &&
  order.compensations.length === 0 &&
  order.steps.every(({ name, startedAt }) => startedAt === null || begun.includes(name) || !hasEffect(name));

const hasEffect = (step: OrderStepName) => isUndoable(step) || step === 'DISPATCH_CARRIER';

/**
 * What the recovery starts from. A state that the book has in passing may come from a task that the engine never took: it
 * decides nothing. The journal goes on after the newest entry of both.
 */
const stateLeft = (booked: OrderState, last: OrderState | undefined): OrderState =>
  last ? { ...last, revision: Math.max(last.revision, booked.revision) } : booked;

/** A run that was reset, and the steps that it has begun. */
type ResetRun = OrderRef & { begun: OrderStepName[] };
type Compared = { runId: string; booked?: OrderState };
type Found = { shipment: ShipmentRecord | null; payment: PaymentRecord | null };
export type RecoveryActivities = ReturnType<typeof createRecoveryActivities>;

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
