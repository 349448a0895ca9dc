import type { PaymentRecord, ShipmentRecord } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/words';
import { type OrderBookClient, Refused } from '@waybill/order-book-client';
import type { Executions } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { attempted, providerActivity, type Which } from './attempted.ts';

/** An order as its lost workflow left it, and the epoch under which its recovery writes it. */
export type LeftOrder = { order: OrderState; fingerprint: string; epoch: number };

type Book = Pick<OrderBookClient, 'find' | 'record' | 'takeOver'>;

/** What the recovery of an order does beyond its undos. */
export const recoveryActivities = ({ shipping, payment }: ProvidersClient, book: Book, engine: Executions) => {
  /** The history of a workflow that has ended still tells what it had come to, be the book ever so far behind. */
  const bringUpToDate = async (orderId: string, afterSeq: number): Promise<void> => {
    const answer = await engine.read(orderId, afterSeq);
    if (!answer || typeof answer === 'string') return;
    const { order, journal, fingerprint } = answer;
    await book.record(orderId, { order, entries: journal, fingerprint }).catch(unlessRefused);
  };

  return {
    /**
     * Makes the recovery the only one that acts for the order and writes it. Undefined for an order that is closed, or
     * whose workflow somebody has brought back before any recovery began.
     */
    takeOverOrder: attempted(async ({ orderId }: Which, call): Promise<{ left?: LeftOrder }> => {
      const booked = await book.find(orderId, call);
      if (!booked || booked.order.closedAt !== null) return {};
      const { epoch = 0, order } = booked;
      if (epoch === 0 && (await engine.isRunning(orderId))) return {};
      if (epoch === 0) await bringUpToDate(orderId, order.revision);
      const left = await book.takeOver(orderId, epoch + 1, call);
      if (left.order.closedAt !== null) return {};
      await engine.end(orderId);
      return { left: { order: left.order, fingerprint: left.fingerprint, epoch: epoch + 1 } };
    }),

    askProviders: providerActivity(async ({ orderId }: Which, call): Promise<Found> => {
      const [parcel, money] = await Promise.all([
        shipping.status({ orderId }, call),
        payment.status({ orderId }, call),
      ]);
      return { shipment: parcel, payment: money };
    }),
  };
};

type Found = { shipment: ShipmentRecord | null; payment: PaymentRecord | null };
export type RecoveryActivities = ReturnType<typeof recoveryActivities>;

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
