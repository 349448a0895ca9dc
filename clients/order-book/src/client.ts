import {
  type AbandonedClaim,
  Attended,
  BookedOrder,
  BookedOrders,
  ChangePage,
  ClaimAbandoned,
  EffectsOwner,
  FullJournalPage,
  type FullJournalQuery,
  Identity,
  JournalPage,
  type JournalQuery,
  OpenOrdersPage,
  OrderCounts,
  OrderPage,
  orderBookRefusals,
  type PageRequest,
  type PaymentReferenceClaim,
  PaymentReferenceHolder,
  Recorded,
  type RecordRequest,
  Swept,
  Unbalanced,
  type UndoneEffects,
} from '@waybill/contracts';
import type { Attention } from '@waybill/contracts/domain';
import { type CallerSettings, type CallOptions, createCaller, queryOf, Refused } from '@waybill/http-client';
import type { ChangesQuery } from './changes-query.ts';
import { createRunBookCalls } from './runs.ts';

export type OrderBookSettings = Omit<CallerSettings, 'refusals'>;

export type OrderBookClient = ReturnType<typeof createOrderBookClient>;

/** How long a reply may take in addition to the requested wait. */
const answerWithinMs = 10_000;

/**
 * The order book. Rejects with `Refused<OrderBookRefusal>` when the book refuses, with `Unavailable` when the result is
 * unknown, and never retries: every write is safe to repeat.
 *
 * Longer than 40 lines: one method for each endpoint.
 */
export function createOrderBookClient(settings: OrderBookSettings) {
  const call = createCaller({ ...settings, refusals: orderBookRefusals });
  return {
    /**
     * Writes a state and journal entries; what is recorded already changes nothing. Returns the position of the book.
     */
    record: (orderId: string, request: RecordRequest, options: CallOptions = {}) =>
      call({ ...options, method: 'PUT', path: pathOf(orderId), body: request }, Recorded),

    /** Whether a person should look at the order. Undefined for an unknown order. */
    setAttention: (orderId: string, attention: Attention | null, options: CallOptions = {}) =>
      call({ ...options, method: 'PUT', path: `${pathOf(orderId)}/attention`, body: { attention } }, Attended).catch(
        undefinedWhenUnknown,
      ),

    /** Refuses further writes with a lower epoch; returns the order as their writers left it. */
    takeOver: (orderId: string, epoch: number, options: CallOptions = {}) =>
      call({ ...options, method: 'PUT', path: `${pathOf(orderId)}/epoch`, body: { epoch } }, BookedOrder),

    /** Journals that the effects of an unknown order or run are undone, which takes its id for ever. */
    keepUndone: (orderId: string, undone: UndoneEffects, options: CallOptions = {}) =>
      call({ ...options, method: 'PUT', path: `${pathOf(orderId)}/undone-effects`, body: undone }, EffectsOwner),

    /** The order that an order id, or the id derived from an idempotency key, belongs to. */
    identity: (id: string, options: CallOptions = {}) =>
      call({ ...options, method: 'GET', path: `/identities/${encodeURIComponent(id)}` }, Identity).catch(
        undefinedWhenUnknown,
      ),

    /** Holds a payment reference for an order. Resolves with the order that holds it, which may be another. */
    claimPaymentReference: (claim: PaymentReferenceClaim, options: CallOptions = {}) =>
      call({ ...options, method: 'POST', path: '/payment-references', body: claim }, PaymentReferenceHolder),

    /** Says that the start has failed which a payment reference was held for. */
    abandonClaim: (claim: AbandonedClaim, options: CallOptions = {}) =>
      call({ ...options, method: 'POST', path: '/payment-references/abandoned', body: claim }, ClaimAbandoned),

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

    /** The first closed orders and payments whose effects at the providers differ from their final state. */
    unbalanced: (options: CallOptions = {}) => call({ ...options, method: 'GET', path: '/unbalanced' }, Unbalanced),

    /** How many orders there are, of one customer or of all. */
    counts: (query: { customerId?: string | undefined } = {}, options: CallOptions = {}) =>
      call({ ...options, method: 'GET', path: `/order-counts${queryOf(query)}` }, OrderCounts),

    journal: (orderId: string, query: JournalQuery = {}, options: CallOptions = {}) =>
      call({ ...options, method: 'GET', path: `${pathOf(orderId)}/journal${queryOf(query)}` }, JournalPage),

    /** The journal of all orders, newest first: 20 entries where `first` is not given, and 100 at most. */
    fullJournal: ({ type, ...query }: Partial<FullJournalQuery> = {}, options: CallOptions = {}) =>
      call(
        { ...options, method: 'GET', path: `/journal${queryOf({ ...query, type: type?.join() })}` },
        FullJournalPage,
      ),

    /** Waits for a change after the cursor; returns none when the wait is over. */
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

    /** Deletes older changes of orders and runs that have not changed for 7 days. Safe to repeat. */
    sweep: (options: CallOptions = {}) => call({ ...options, method: 'POST', path: '/sweep' }, Swept),

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
