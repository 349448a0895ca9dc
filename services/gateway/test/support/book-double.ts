import type { BookedOrder, ChangePage } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/domain';
import type { GatewayOptions } from '@waybill/gateway';
import type { Called } from './engine-double.ts';

type Book = GatewayOptions['book'];

/** A double of the order book with the content that a test gives it. */
export function createBookDouble(called: Called) {
  const booked = new Map<string, BookedOrder>();
  const journal: JournalEntry[] = [];
  const feed: ChangePage[] = [];
  const book: Book = {
    runs: {} as Book['runs'],
    ...createOrderCalls(called, booked),
    ...createJournalCalls(called, journal),
    ...createFeedCalls(called, feed),
  };
  return { book, booked, journal, feed };
}

const createOrderCalls = (called: Called, booked: Map<string, BookedOrder>) =>
  ({
    find: async (id) => {
      called('book.find');
      return booked.get(id);
    },
    identity: async () => undefined,
    claimPaymentReference: async ({ orderId }) => ({ orderId, claimedAt: '2026-01-01T00:00:00.000Z', held: true }),
    abandonClaim: async () => ({ abandoned: true }),
    setAttention: async () => undefined,
    byIds: async (ids) => {
      called('book.byIds');
      return ids.flatMap((id) => booked.get(id) ?? []);
    },
    page: async ({ first = 20 }) => {
      called('book.page');
      const edges = [...booked.values()].slice(0, first).map((each) => ({ cursor: each.order.orderId, booked: each }));
      const hasNextPage = booked.size > first;
      return { edges, hasNextPage, hasPreviousPage: false, totalCount: null, changesCursor: '0' };
    },
    unbalanced: async () => {
      called('book.unbalanced');
      return { ids: [], count: 0 };
    },
    counts: async () => {
      called('book.counts');
      return { total: booked.size, byStatus: [], needingAttention: 0, stuck: 0, oldestWaitingSince: null };
    },
  }) satisfies Partial<Book>;

const createJournalCalls = (called: Called, journal: JournalEntry[]) =>
  ({
    journal: async (_id, { after = 0 } = {}) => {
      called('book.journal');
      return { entries: journal.filter(({ seq }) => seq > after), hasMore: false, hasEarlier: false };
    },
    fullJournal: async () => {
      called('book.fullJournal');
      return { entries: [], hasNextPage: false };
    },
  }) satisfies Partial<Book>;

const createFeedCalls = (called: Called, feed: ChangePage[]) =>
  ({
    changes: async ({ after, waitMs = 0, signal } = {}) => {
      called('book.changes');
      const page = feed[Number(after ?? feed.length)];
      if (page) return page;
      if (waitMs > 0) await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return { changes: [], cursor: String(feed.length) };
    },
  }) satisfies Partial<Book>;
