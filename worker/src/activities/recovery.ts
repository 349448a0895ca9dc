import type { PaymentRecord, ShipmentRecord } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Executions } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { createActivity, createProviderActivity, type OrderRef } from './attempt.ts';
import { createLastStateReader } from './last-state.ts';
import { createResetActivities } from './reset.ts';

/** An order as its lost workflow left it, and the epoch of its recovery's writes. */
export type LeftOrder = { order: OrderState; fingerprint: string; epoch: number };

type Book = Pick<OrderBookClient, 'find' | 'record' | 'takeOver'>;

/** The activities of a recovery beyond its compensations. */
export const createRecoveryActivities = ({ shipping, payment }: ProvidersClient, book: Book, engine: Executions) => {
  const readLastState = createLastStateReader(book, engine);

  return {
    ...createResetActivities(book, engine),

    /**
     * Makes the recovery the only writer of the order. Undefined for an order that is closed, or whose workflow was
     * restarted before a recovery started.
     */
    takeOverOrder: createActivity(async ({ orderId }: OrderRef, call): Promise<{ left?: LeftOrder }> => {
      const booked = await book.find(orderId, call);
      if (!booked || booked.order.closedAt !== null) return {};
      const { epoch = 0 } = booked;
      if (epoch === 0 && (await engine.isRunning(orderId))) return {};
      const last = await readLastState(booked);
      const left = await book.takeOver(orderId, epoch + 1, call);
      if (left.order.closedAt !== null) return {};
      await engine.end(orderId);
      return { left: { order: stateLeft(left.order, last), fingerprint: left.fingerprint, epoch: epoch + 1 } };
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

/**
 * The first state of the recovery. A state that was recorded in passing may come from a task that the engine never
 * accepted, so it decides nothing. The journal continues after the newest entry of both.
 */
const stateLeft = (booked: OrderState, last: OrderState | undefined): OrderState =>
  last ? { ...last, revision: Math.max(last.revision, booked.revision) } : booked;

type Found = { shipment: ShipmentRecord | null; payment: PaymentRecord | null };
export type RecoveryActivities = ReturnType<typeof createRecoveryActivities>;
