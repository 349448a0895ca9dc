import type { Sinks } from '@temporalio/workflow';
import type { RecordRequest } from '@waybill/contracts';
import type { InTrace, JournalEntry, OrderState } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { createActivity } from './attempt.ts';
import { untilAccepted } from './last-write.ts';
import type { RunBookEntry } from './runs/book.ts';

/** A state of an order, and its new journal entries. */
export type Entry = {
  order: OrderState;
  entries: JournalEntry[];
  fingerprint: string;
  keyId?: string;
  epoch?: number;
  firm?: boolean;
  correlationId: string;
};

/** Writes in passing to the order book: a workflow's history does not record them, and they return nothing. */
export interface OrderBookSinks extends Sinks {
  orderBook: { tell(entry: Entry & InTrace): void; tellRun(entry: RunBookEntry & InTrace): void };
}

/** Writes to the order book. It ignores repeated and outdated writes, so a write may be late or repeated. */
export const createOrderBookActivities = (book: OrderBookClient) => {
  const record = createActivity(
    ({ orderId, correlationId: _, ...request }: RecordRequest & { orderId: string; correlationId: string }, call) =>
      untilAccepted({ ...request, orderId, state: request.order }, () => book.record(orderId, request, call)),
  );
  return {
    recordOrder: ({ order, ...entry }: Entry) => record({ ...entry, order, orderId: order.orderId }),
  };
};

export type OrderBookActivities = ReturnType<typeof createOrderBookActivities>;
