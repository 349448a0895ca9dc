import { setTimeout as pause } from 'node:timers/promises';
import type { BookedOrder } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/domain';
import { OrderNotFound, type OrderSnapshot } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { type FollowedOrder, LongPollRefused, NotRunning, type Orders } from '@waybill/orders-client';
import { faultLine, type Log } from '@waybill/platform';
import type { Book } from '../order-book.ts';
import type { Budget } from './budget.ts';
import type { ChangeFeed } from './change-feed.ts';
import { readJournalAfter } from './journal.ts';
import { withoutWorkflow } from './lost.ts';
import { Notifier } from './notifier.ts';
import { pollOrder } from './polling.ts';
import { isNewer, isOlder, type Snapshots, withoutRegression } from './snapshot.ts';
import { unbooked } from './unbooked.ts';

export type WatchOptions = {
  orders: Pick<Orders, 'follow' | 'read' | 'running' | 'taskFailing' | 'placedAs'>;
  book: Book;
  changes: Pick<ChangeFeed, 'subscribe'>;
  snapshots: Snapshots;
  longPolls: Budget;
  /** How long the order book may lag behind the end of an order, which is written there before the workflow ends. */
  bookLagMs: number;
  log: Log;
};

const maxEntries = 500;

type OnFault = (error: unknown) => void;

/** One order, watched once for all of its subscribers. They read what it holds, each at their own pace, when notified. */
export class Watch {
  readonly notifier = new Notifier();
  latest: OrderSnapshot | undefined;
  /** Counts the snapshots that brought something new. */
  version = 0;
  /** False until the engine has answered, and while it does not: what is held may be stale. */
  inSync = false;
  /** True from the start to the first answer or the first failure. */
  isStarting = true;
  ended = false;
  failure: unknown;
  /** The latest snapshot that any subscriber was sent, be it not from this watch. */
  #sent: OrderSnapshot | undefined;
  /** The newest entries; older ones are in the order book. */
  readonly #journal: JournalEntry[] = [];
  readonly #stopped = new AbortController();
  readonly #orderId: string;
  readonly #options: WatchOptions;

  constructor(orderId: string, options: WatchOptions) {
    this.#orderId = orderId;
    this.#options = options;
  }

  /** Watches until the order ends or `stop` is called. */
  async run(): Promise<void> {
    try {
      await this.#follow();
      if (!this.#stopped.signal.aborted) await this.#readEnd();
    } catch (error) {
      this.failure = error;
    } finally {
      this.ended = true;
      this.inSync = false;
      this.isStarting = false;
      this.notifier.notify();
    }
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** The entries after `seq` that are held; undefined when some before them are not. */
  entriesAfter(seq: number): JournalEntry[] | undefined {
    const [first] = this.#journal;
    if (!first) return [];
    return first.seq > seq + 1 ? undefined : this.#journal.slice(seq + 1 - first.seq);
  }

  /** A new subscriber was sent this snapshot before. */
  noteSent(known: OrderSnapshot): void {
    this.#sent = withoutRegression(this.#sent, known);
    this.latest &&= withoutRegression(this.#sent, this.latest);
  }

  async #follow(): Promise<void> {
    const { snapshots, log } = this.#options;
    const onFault = (error: unknown) => {
      this.inSync = false;
      this.isStarting = false;
      this.notifier.notify();
      log.warn({ orderId: this.#orderId, error: faultLine(error) }, 'a watch was interrupted and goes on');
    };
    try {
      for await (const { order, journal, running, taskFailing } of this.#updates(onFault)) {
        this.inSync = true;
        this.isStarting = false;
        this.#apply(snapshots.fromWorkflow(order, running, taskFailing), journal);
      }
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
  }

  /** By a long poll where one is available, else by polling. */
  async *#updates(onFault: OnFault): AsyncGenerator<FollowedOrder, void, void> {
    const { orders, longPolls, log } = this.#options;
    const { signal } = this.#stopped;
    if (longPolls.tryAcquire()) {
      try {
        return yield* orders.follow(this.#orderId, 0, signal, onFault);
      } catch (error) {
        if (!(error instanceof LongPollRefused)) throw error;
        log.warn({ orderId: this.#orderId, error: faultLine(error) }, 'a watch goes on without a long poll');
      } finally {
        longPolls.release();
      }
    }
    yield* pollOrder(this.#options, this.#orderId, this.#journal.at(-1)?.seq ?? 0, signal, onFault);
  }

  /**
   * The workflow has ended, and a query would replay it: the end of the order is in the order book. An order that is open
   * there has lost its workflow; its recovery writes the end.
   */
  async #readEnd(): Promise<void> {
    const { bookLagMs } = this.#options;
    const until = Date.now() + bookLagMs;
    this.inSync = false;
    for (;;) {
      const booked = await this.#booked().catch(() => 'unavailable' as const);
      if (booked === undefined && !this.latest) throw new OrderNotFound(this.#orderId);
      if (booked && booked !== 'unavailable' && (await this.#hasEnd(booked))) return;
      const isLate = Date.now() > until;
      if (isLate && !booked) throw new Unavailable('The book does not know how the order ended');
      if (isLate && booked && booked !== 'unavailable')
        await this.#applyFromBook(await withoutWorkflow(this.#options.book, booked));
      await pause(isLate ? 1_000 : 100, undefined, { signal: this.#stopped.signal });
    }
  }

  async #booked(): Promise<BookedOrder | undefined> {
    const { book, orders } = this.#options;
    return (await book.find(this.#orderId)) ?? (await unbooked(orders, this.#orderId));
  }

  async #hasEnd(booked: BookedOrder): Promise<boolean> {
    if (!booked.order.closedAt) return false;
    await this.#applyFromBook(booked);
    return (this.#journal.at(-1)?.seq ?? 0) >= booked.order.revision;
  }

  async #applyFromBook(booked: BookedOrder): Promise<void> {
    const entries = await readJournalAfter(this.#options.book, this.#orderId, this.#journal.at(-1)?.seq ?? 0);
    this.#apply(this.#options.snapshots.fromBook(booked), entries);
  }

  #apply(snapshot: OrderSnapshot, entries: readonly JournalEntry[]): void {
    const held = this.#journal.at(-1)?.seq ?? 0;
    this.#journal.push(...entries.filter(({ seq }) => seq > held));
    this.#journal.splice(0, this.#journal.length - maxEntries);
    if (!this.latest || isNewer(this.latest, snapshot)) this.version++;
    if (!this.latest || !isOlder(this.latest, snapshot))
      this.#sent = this.latest = withoutRegression(this.#sent, snapshot);
    this.notifier.notify();
  }
}
