import { EventEmitter, on } from 'node:events';
import type { BookedOrder } from '@waybill/contracts';
import type { JournalEntry, OrderState } from '@waybill/contracts/domain';
import type { FollowedOrder } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import { createBudget } from '../../src/live/budget.ts';
import { createChangeFeed } from '../../src/live/change-feed.ts';
import type { OrderWatchOptions } from '../../src/live/order-watches.ts';
import { createSnapshots } from '../../src/live/snapshot.ts';

import type { Book } from '../../src/order-book.ts';

const log = openLog('test', 'silent');

/** One order of which the engine, and the book, say what a test tells them to. */
export function aFollowedOrder(inBook: readonly number[] = []) {
  const news = new EventEmitter();
  let journal = inBook;
  let closed: BookedOrder | undefined;
  let newest = 0;
  const unasked = () => Promise.reject(new Error('Nothing here asks for this'));
  const orders: OrderWatchOptions['orders'] = {
    ...{ read: unasked, running: unasked, placedAs: async () => undefined, taskFailing: unasked },
    async *follow(_orderId, _afterSeq, signal) {
      try {
        for await (const [answer] of on(news, 'told', { signal, close: ['end'] })) yield answer as FollowedOrder;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
  const book: Book = {
    ...{
      identity: unasked,
      claimPaymentReference: unasked,
      byIds: unasked,
      page: unasked,
      changes: unasked,
      setAttention: unasked,
    },
    ...{ counts: unasked, fullJournal: unasked, unbalanced: unasked },
    find: async () => closed,
    journal: async (_, { after = 0 } = {}) => ({
      entries: journal.filter((seq) => seq > after).map(entry),
      hasMore: false,
      hasEarlier: false,
    }),
  };
  const told = (
    revision: number,
    seqs: readonly number[] = [],
    over: Partial<OrderState> = {},
    running: FollowedOrder['running'] = null,
  ) => {
    newest = revision;
    news.emit('told', { order: { ...anOrderAt(revision), ...over }, journal: seqs.map(entry), running });
  };
  const changes = createChangeFeed(book, log);
  const parts = {
    orders,
    book,
    changes,
    longPolls: createBudget(9),
    bookLagMs: 200,
    snapshots: createSnapshots(() => new Date(0), undefined),
    log,
  };
  /** The book hears of the order's end. */
  const bookCloses = () => {
    journal = Array.from({ length: newest }, (_, at) => at + 1);
    closed = { order: anOrderAt(newest, closedAt), asOf: closedAt } as BookedOrder;
  };
  /** The engine has the order no longer. */
  const vanish = () => void news.emit('end');
  const end = () => {
    bookCloses();
    vanish();
  };
  return { parts, told, bookCloses, vanish, end };
}

const closedAt = '2026-01-01T00:00:01.000Z';

export const anOrderAt = (revision: number, closedAt: string | null = null) =>
  ({ orderId: 'ORD-1', revision, closedAt, verdicts: [], steps: [], compensations: [] }) as unknown as OrderState;

const entry = (seq: number): JournalEntry => ({
  seq,
  type: 'STATUS_CHANGED',
  at: '2026-01-01T00:00:00.000Z',
  actor: null,
  step: null,
  detail: null,
});
