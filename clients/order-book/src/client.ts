import {
  Attended,
  BookedOrder,
  BookedOrders,
  ChangePage,
  Identity,
  JournalPage,
  type JournalQuery,
  OpenOrdersPage,
  OrderPage,
  orderBookRefusals,
  type PageRequest,
  Recorded,
  type RecordRequest,
} from '@waybill/contracts';
import type { Attention } from '@waybill/contracts/domain';
import { type CallOptions, createCaller, Refused } from '@waybill/http-client';
import { type ChangesQuery, queryOf } from './query.ts';
import { createRunBookCalls } from './runs.ts';

export type OrderBookSettings = {
  /** Where the order book is, for example `http://127.0.0.1:3002`. */
  baseUrl: string;
  /** What this process brings, where the service asks for it. */
  serviceToken?: string | undefined;
  /** Connections kept open at the most. */
  connections?: number;
};

export type OrderBookClient = ReturnType<typeof createOrderBookClient>;

/** What a reply may take on top of the wait that was asked for. */
const answerWithinMs = 10_000;

/**
 * The order book. Rejects with `Refused<OrderBookRefusal>` where the book says no, with `Unavailable` where it cannot be
 * known what happened, and never tries twice: every write is safe to repeat.
 */
export function createOrderBookClient(settings: OrderBookSettings) {
  const call = createCaller({ ...settings, refusals: orderBookRefusals });
  return {
    /** Writes a state and journal entries; what is known already changes nothing. Answers with how far the book is. */
    record: (orderId: string, request: RecordRequest, options: CallOptions = {}) =>
      call({ ...options, method: 'PUT', path: pathOf(orderId), body: request }, Recorded),

    /** Whether a person should look at the order. Undefined for one that the book does not have. */
    setAttention: (orderId: string, attention: Attention | null, options: CallOptions = {}) =>
      call({ ...options, method: 'PUT', path: `${pathOf(orderId)}/attention`, body: { attention } }, Attended).catch(
        undefinedWhenUnknown,
      ),

    /** Keeps everyone who writes an order under a lower epoch from writing on; answers with the order as they left it. */
    takeOver: (orderId: string, epoch: number, options: CallOptions = {}) =>
      call({ ...options, method: 'PUT', path: `${pathOf(orderId)}/epoch`, body: { epoch } }, BookedOrder),

    /** The order that an order id, or the id that an idempotency key stands for, belongs to. */
    identity: (id: string, options: CallOptions = {}) =>
      call({ ...options, method: 'GET', path: `/identities/${encodeURIComponent(id)}` }, Identity).catch(
        undefinedWhenUnknown,
      ),

    find: (orderId: string, options: CallOptions = {}) =>
      call({ ...options, method: 'GET', path: pathOf(orderId) }, BookedOrder).catch(undefinedWhenUnknown),

    /** Get up to 100 orders by id, in no particular order. */
    async byIds(ids: readonly string[], options: CallOptions = {}): Promise<BookedOrder[]> {
      const { orders } = await call(
        { ...options, method: 'POST', path: '/orders/by-ids', body: { ids } },
        BookedOrders,
      );
      return orders;
    },

    page: (request: PageRequest, options: CallOptions = {}) =>
      call({ ...options, method: 'POST', path: '/orders/page', body: request }, OrderPage),

    journal: (orderId: string, query: JournalQuery = {}, options: CallOptions = {}) =>
      call({ ...options, method: 'GET', path: `${pathOf(orderId)}/journal${queryOf(query)}` }, JournalPage),

    /** Waits for a change after the cursor; comes back with none when the wait is over. */
    changes: ({ after, waitMs = 0, ...options }: ChangesQuery = {}) =>
      call(
        {
          deadlineMs: waitMs + answerWithinMs,
          ...options,
          method: 'GET',
          path: `/changes${queryOf({ after, waitMs })}`,
        },
        ChangePage,
      ),

    /** List the recorded positions of open orders, by order id. */
    open: (query: { after?: string; first?: number } = {}, options: CallOptions = {}) =>
      call({ ...options, method: 'GET', path: `/open-orders${queryOf(query)}` }, OpenOrdersPage),

    runs: createRunBookCalls(call),

    close: () => call.close(),
  };
}

const pathOf = (orderId: string) => `/orders/${encodeURIComponent(orderId)}`;

function undefinedWhenUnknown(error: unknown): undefined {
  if (error instanceof Refused && error.code === 'ORDER_NOT_FOUND') return undefined;
  throw error;
}
