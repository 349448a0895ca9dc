import { EventEmitter, on } from 'node:events';
import type { BookedOrder } from '@waybill/contracts';
import type { JournalEntry, OrderState } from '@waybill/contracts/domain';
import type { FollowedOrder } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import { createBudget } from '../../src/live/budget.ts';
import { createChangeFeed } from '../../src/live/change-feed.ts';
import type { Book } from '../../src/live/order-book.ts';
import { createOrderSnapshots } from '../../src/live/order-snapshot.ts';
import { createOrderSource } from '../../src/live/order-source.ts';

const log = openLog('test', 'silent');

/** One order whose state in the engine and the book is set by a test. */
export function aFollowedOrder(inBook: readonly number[] = []) {
  const engine = createEngine();
  const { book, close } = createBook(inBook);
  let newest = 0;
  const told = (
    revision: number,
    seqs: readonly number[] = [],
    over: Partial<OrderState> = {},
    running: FollowedOrder['running'] = null,
  ) => {
    newest = revision;
    engine.tell({ order: { ...anOrderAt(revision), ...over }, journal: seqs.map(entry), running });
  };
  const { orders } = engine;
  const snapshots = createOrderSnapshots(() => new Date(0), undefined);
  const parts = {
    orders,
    book,
    source: createOrderSource({ orders, book, snapshots }),
    changes: createChangeFeed(book, log),
    longPolls: createBudget(9),
    bookLagMs: 200,
    snapshots,
    log,
  };
  /** Records the order's end in the book. */
  const bookCloses = () => close(newest);
  const end = () => {
    bookCloses();
    engine.vanish();
  };
  return { parts, told, bookCloses, vanish: engine.vanish, end };
}

const unasked = () => Promise.reject(new Error('Nothing here asks for this'));

function createEngine() {
  const news = new EventEmitter();
  const orders: Parameters<typeof createOrderSource>[0]['orders'] = {
    read: unasked,
    running: unasked,
    placedAs: async () => undefined,
    taskFailing: unasked,
    isRunning: async () => false,
    async *follow(_orderId, _afterSeq, signal) {
      try {
        for await (const [answer] of on(news, 'told', { signal, close: ['end'] })) yield answer as FollowedOrder;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
  return {
    orders,
    tell: (answer: Omit<FollowedOrder, 'taskFailing'>) => void news.emit('told', answer),
    /** The engine forgets the order. */
    vanish: () => void news.emit('end'),
  };
}

function createBook(inBook: readonly number[]) {
  let journal = inBook;
  let closed: BookedOrder | undefined;
  const book: Book = {
    identity: unasked,
    claimPaymentReference: unasked,
    abandonClaim: unasked,
    byIds: unasked,
    page: unasked,
    changes: unasked,
    setAttention: unasked,
    counts: unasked,
    fullJournal: unasked,
    unbalanced: unasked,
    find: async () => closed,
    journal: async (_, { after = 0 } = {}) => ({
      entries: journal.filter((seq) => seq > after).map(entry),
      hasMore: false,
      hasEarlier: false,
    }),
  };
  const close = (revision: number) => {
    journal = Array.from({ length: revision }, (_, at) => at + 1);
    closed = { order: anOrderAt(revision, closedAt), asOf: closedAt } as BookedOrder;
  };
  return { book, close };
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
