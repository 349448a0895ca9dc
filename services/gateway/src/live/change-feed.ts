import { BoundedMap } from '@waybill/bounded';
import type { ChangePage, RunChangePage } from '@waybill/contracts';
import { isCursorLost } from '@waybill/order-book-client';
import type { Log } from '@waybill/platform';
import { cancellable } from './cancellable.ts';
import { type FeedPage, FeedTail, type ReadFeed } from './feed-tail.ts';
import { Notifier } from './notifier.ts';
import type { Book, RunBook } from './order-book.ts';
import { createSingleFlight } from './single-flight.ts';

export type Change = ChangePage['changes'][number];
export type RunChange = RunChangePage['changes'][number];

export type ChangeFeed = Feed<Change>;

/** Resolves when a page, or the number of its entries, is charged, or its reader has cancelled. */
export type Charge = (cancelled: AbortSignal, entries?: number) => Promise<void>;

const maxFollowed = 100_000;

/** One order or run. A new subscriber may come while the one before it is still ending. */
type Followed = { notifier: Notifier; subscribers: number };

/** Starts over: repeating changes is less harmful than omitting some. */
function restartWhenLost(error: unknown): FeedPage<never> {
  if (!isCursorLost(error)) throw error;
  return { changes: [], cursor: '0' };
}

/**
 * A change feed of the order book, read with one long poll for all of its readers. A reader with an older cursor reads pages of
 * its own until it has caught up with the others.
 */
export class Feed<C> {
  readonly #notifier = new Notifier();
  readonly #followed = new BoundedMap<string, Followed>('orders and runs followed by the feed', maxFollowed);
  readonly #tail: FeedTail<C>;
  readonly #readFeed: ReadFeed<C>;
  readonly #readShared: (cursor: string) => Promise<FeedPage<C>>;

  constructor(readFeed: ReadFeed<C>, idOf: (change: C) => string, log: Log) {
    this.#readFeed = readFeed;
    this.#readShared = createSingleFlight((cursor: string) => readFeed({ after: cursor }));
    this.#tail = new FeedTail(readFeed, log, (page) => {
      this.#notifier.notify();
      for (const change of page.changes) this.#followed.get(idOf(change))?.notifier.notify();
    });
  }

  /** Every change after the cursor, or from now on. A reader is charged for each page that nobody else reads, and for its entries. */
  after(start: string | null, charge: Charge): AsyncGenerator<C, void, void> {
    return cancellable((cancelled) => this.#changesAfter(start, charge, cancelled));
  }

  async *#changesAfter(start: string | null, charge: Charge, cancelled: AbortSignal): AsyncGenerator<C, void, void> {
    this.#tail.acquire();
    try {
      let cursor = start ?? (await this.#readFeed()).cursor;
      while (!cancelled.aborted) {
        const { count: seen } = this.#notifier; // before the read, so that a change right after it is noticed
        const page = await this.#pageAfter(cursor, (entries) => charge(cancelled, entries));
        if (cancelled.aborted) return; // while it waited for its quota
        yield* page.changes;
        if (page.cursor === cursor) await this.#notifier.next(cancelled, seen);
        cursor = page.cursor;
      }
    } finally {
      this.#tail.release();
    }
  }

  /** Notifies of the changes of one order or run; `isUp` is false while the feed cannot be read. */
  subscribe(id: string) {
    const followed = this.#followed.getOrMake(id, () => ({ notifier: new Notifier(), subscribers: 0 }));
    followed.subscribers += 1;
    this.#tail.acquire();
    return {
      notifier: followed.notifier,
      isUp: () => this.#tail.isUp,
      unsubscribe: () => {
        followed.subscribers -= 1;
        if (followed.subscribers === 0) this.#followed.delete(id);
        this.#tail.release();
      },
    };
  }

  /** Notifies of every page of changes. */
  subscribeAll() {
    this.#tail.acquire();
    return { notifier: this.#notifier, unsubscribe: () => this.#tail.release() };
  }

  stop(): void {
    this.#tail.stop();
  }

  async #pageAfter(cursor: string, charge: (entries?: number) => Promise<void>): Promise<FeedPage<C>> {
    if (cursor === this.#tail.cursor) return { changes: [], cursor };
    const cached = this.#tail.pageAfter(cursor);
    if (cached) return cached;
    await charge();
    const page = await this.#readShared(cursor).catch(restartWhenLost);
    if (page.changes.length > 0) await charge(page.changes.length);
    return page;
  }
}

/** The changes of orders. */
export const createChangeFeed = (book: Pick<Book, 'changes'>, log: Log): ChangeFeed =>
  new Feed(
    (query) => book.changes(query),
    ({ booked }) => booked.order.orderId,
    log,
  );

/** The changes of runs. */
export const createRunChangeFeed = (book: Pick<RunBook, 'changes'>, log: Log): Feed<RunChange> =>
  new Feed(
    (query) => book.changes(query),
    ({ booked }) => booked.run.runId,
    log,
  );
