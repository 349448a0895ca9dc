import { BoundedMap } from '@waybill/bounded';
import type { ChangePage } from '@waybill/contracts';
import type { Log } from '@waybill/platform';
import type { Book } from '../order-book.ts';
import { cancellable } from './cancellable.ts';
import { createFeedTail, isCursorLost } from './feed-tail.ts';
import { Notifier } from './notifier.ts';
import { createSingleFlight } from './single-flight.ts';

export type Change = ChangePage['changes'][number];

export type ChangeFeed = ReturnType<typeof createChangeFeed>;

/** Resolves when a page was charged, or its reader has cancelled. */
export type Charge = (cancelled: AbortSignal) => Promise<void>;

const maxOrders = 100_000;

/** Starts over: changes that are repeated do less harm than changes that are left out. */
function restartWhenLost(error: unknown): ChangePage {
  if (!isCursorLost(error)) throw error;
  return { changes: [], cursor: '0' };
}

/**
 * The order book's change feed, read with one long poll for all of its readers. A reader with an older cursor reads pages of
 * its own until it has caught up with the others.
 */
export function createChangeFeed(book: Book, log: Log) {
  const notifier = new Notifier();
  const orders = new BoundedMap<string, Notifier>('orders that are asked for when the feed names them', maxOrders);
  const tail = createFeedTail(book, log, (page) => {
    notifier.notify();
    for (const { booked } of page.changes) orders.get(booked.order.orderId)?.notify();
  });
  const read = createSingleFlight((cursor: string) => book.changes({ after: cursor }));

  const pageAfter = async (cursor: string, charge: () => Promise<void>): Promise<ChangePage> => {
    if (cursor === tail.cursor) return { changes: [], cursor };
    const cached = tail.pageAfter(cursor);
    if (cached) return cached;
    await charge();
    return read(cursor).catch(restartWhenLost);
  };

  return {
    /** Every change after the cursor, or from now on. A reader is charged for each page that nobody else reads. */
    after: (start: string | null, charge: Charge) =>
      cancellable(async function* (cancelled): AsyncGenerator<Change, void, void> {
        tail.acquire();
        try {
          let cursor = start ?? (await book.changes()).cursor;
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

    /** Notifies of the changes of one order; `isUp` is false while the feed cannot be read. */
    subscribe(orderId: string) {
      const orderNotifier = orders.getOrMake(orderId, () => new Notifier());
      tail.acquire();
      return {
        notifier: orderNotifier,
        isUp: () => tail.isUp,
        unsubscribe: () => {
          orders.delete(orderId);
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
