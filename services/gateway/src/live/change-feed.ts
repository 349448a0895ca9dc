import { BoundedMap } from '@waybill/bounded';
import type { ChangePage, RunChangePage } from '@waybill/contracts';
import type { Log } from '@waybill/platform';
import type { Book, RunBook } from '../order-book.ts';
import { cancellable } from './cancellable.ts';
import { createFeedTail, type FeedPage, isCursorLost, type ReadFeed } from './feed-tail.ts';
import { Notifier } from './notifier.ts';
import { createSingleFlight } from './single-flight.ts';

export type Change = ChangePage['changes'][number];
export type RunChange = RunChangePage['changes'][number];

export type Feed<C> = ReturnType<typeof createFeed<C>>;
export type ChangeFeed = Feed<Change>;

/** Resolves when a page was charged, or its reader has cancelled. */
export type Charge = (cancelled: AbortSignal) => Promise<void>;

const maxAwaited = 100_000;

/** Starts over: changes that are repeated do less harm than changes that are left out. */
function restartWhenLost(error: unknown): FeedPage<never> {
  if (!isCursorLost(error)) throw error;
  return { changes: [], cursor: '0' };
}

/** The changes of orders. */
export const createChangeFeed = (book: Pick<Book, 'changes'>, log: Log): ChangeFeed =>
  createFeed(
    (query) => book.changes(query),
    ({ booked }) => booked.order.orderId,
    log,
  );

/** The changes of runs. */
export const createRunChangeFeed = (book: Pick<RunBook, 'changes'>, log: Log): Feed<RunChange> =>
  createFeed(
    (query) => book.changes(query),
    ({ booked }) => booked.run.runId,
    log,
  );

/**
 * A change feed of the order book, read with one long poll for all of its readers. A reader with an older cursor reads pages of
 * its own until it has caught up with the others.
 */
export function createFeed<C>(readFeed: ReadFeed<C>, idOf: (change: C) => string, log: Log) {
  const notifier = new Notifier();
  const awaited = new BoundedMap<string, Notifier>('work that is asked for when the feed names it', maxAwaited);
  const tail = createFeedTail(readFeed, log, (page) => {
    notifier.notify();
    for (const change of page.changes) awaited.get(idOf(change))?.notify();
  });
  const read = createSingleFlight((cursor: string) => readFeed({ after: cursor }));

  const pageAfter = async (cursor: string, charge: () => Promise<void>): Promise<FeedPage<C>> => {
    if (cursor === tail.cursor) return { changes: [], cursor };
    const cached = tail.pageAfter(cursor);
    if (cached) return cached;
    await charge();
    return read(cursor).catch(restartWhenLost);
  };

  return {
    /** Every change after the cursor, or from now on. A reader is charged for each page that nobody else reads. */
    after: (start: string | null, charge: Charge) =>
      cancellable(async function* (cancelled): AsyncGenerator<C, void, void> {
        tail.acquire();
        try {
          let cursor = start ?? (await readFeed()).cursor;
          while (!cancelled.aborted) {
            const { count: seen } = notifier; // before the read, so that a change right after it is noticed
            const page = await pageAfter(cursor, () => charge(cancelled));
            yield* page.changes;
            if (page.cursor === cursor) await notifier.next(cancelled, seen);
            cursor = page.cursor;
          }
        } finally {
          tail.release();
        }
      }),

    /** Notifies of the changes of one order or run; `isUp` is false while the feed cannot be read. */
    subscribe(id: string) {
      const itsNotifier = awaited.getOrMake(id, () => new Notifier());
      tail.acquire();
      return {
        notifier: itsNotifier,
        isUp: () => tail.isUp,
        unsubscribe: () => {
          awaited.delete(id);
          tail.release();
        },
      };
    },

    /** Notifies of every page of changes. */
    subscribeAll() {
      tail.acquire();
      return { notifier, unsubscribe: tail.release };
    },

    stop: tail.stop,
  };
}
