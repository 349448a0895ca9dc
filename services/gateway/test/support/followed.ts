import { EventEmitter, on } from 'node:events';
import type { JournalEntry, OrderState } from '@waybill/contracts/words';
import type { FollowedOrder } from '@waybill/orders-client';
import type { Book } from '../../src/book.ts';
import type { WatchParts } from '../../src/watching/watch.ts';

/** One order of which the engine says what a test tells it to. */
export function aFollowedOrder(inBook: readonly number[] = []) {
  const news = new EventEmitter();
  const orders: WatchParts['orders'] = {
    async *follow(_orderId, _afterSeq, signal) {
      try {
        for await (const [answer] of on(news, 'told', { signal, close: ['end'] })) yield answer as FollowedOrder;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
  const unasked = () => Promise.reject(new Error('Nothing here asks the book for this'));
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
  const end = () => void news.emit('end');
  return { orders, book, told, end };
}

const entry = (seq: number): JournalEntry => ({
  seq,
  type: 'STATUS_CHANGED',
  at: '2026-01-01T00:00:00.000Z',
  actor: null,
  step: null,
  detail: null,
});
