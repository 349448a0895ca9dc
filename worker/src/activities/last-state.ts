import type { BookedOrder } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/domain';
import { type OrderBookClient, Refused } from '@waybill/order-book-client';
import type { Executions } from '@waybill/orders-client';

/**
 * Reads the last state in the history of an ended workflow, with every entry from the first that the book lacks,
 * because writes in passing may have been lost. Undefined if it is unknown, and for an end that the book does not have:
 * it was decided by a run that knew less than the book.
 */
export const createLastStateReader =
  (book: Pick<OrderBookClient, 'record'>, engine: Executions) =>
  async ({ order: booked, fingerprint: ofBooked }: BookedOrder): Promise<OrderState | undefined> => {
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

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error;
}
