import { EventEmitter, on } from 'node:events';
import type { JournalEntry, OrderState } from '@waybill/contracts/words';
import type { FollowedOrder } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import type { Book } from '../../src/book.ts';
import { budgetOf } from '../../src/watching/budget.ts';
import { changesOf } from '../../src/watching/changes.ts';
import { snapshotsOf } from '../../src/watching/snapshot.ts';
import type { WatchParts } from '../../src/watching/watch.ts';

const log = openLog('test', 'silent');

/** One order of which the engine says what a test tells it to. */
export function aFollowedOrder(inBook: readonly number[] = []) {
  const news = new EventEmitter();
  const unasked = () => Promise.reject(new Error('Nothing here asks for this'));
  const orders: WatchParts['orders'] = {
    ...{ read: unasked, running: unasked },
    async *follow(_orderId, _afterSeq, signal) {
      try {
        for await (const [answer] of on(news, 'told', { signal, close: ['end'] })) yield answer as FollowedOrder;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
  const book: Book = {
    ...{ byIds: unasked, page: unasked, changes: unasked },
    find: async () => undefined,
    journal: async (_, { after = 0 } = {}) => ({
      entries: inBook.filter((seq) => seq > after).map(entry),
      hasMore: false,
      hasEarlier: false,
    }),
  };
  const told = (revision: number, seqs: readonly number[] = []) => {
    const order = { orderId: 'ORD-1', revision, closedAt: null, verdicts: [] } as unknown as OrderState;
    news.emit('told', { order, journal: seqs.map(entry), running: null });
  };
  const changes = changesOf(book, log);
  const parts = {
    orders,
    book,
    changes,
    longPolls: budgetOf(9),
    snapshots: snapshotsOf(() => new Date(0), undefined),
    log,
  };
  const end = () => void news.emit('end');
  return { parts, told, end };
}

const entry = (seq: number): JournalEntry => ({
  seq,
  type: 'STATUS_CHANGED',
  at: '2026-01-01T00:00:00.000Z',
  actor: null,
  step: null,
  detail: null,
});
