import { setTimeout as pause } from 'node:timers/promises';
import type { BookedOrder } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/words';
import { OrderNotFound, type OrderSnapshot } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { type FollowedOrder, LongPollRefused, NotRunning, type Orders } from '@waybill/orders-client';
import { faultLine, type Log } from '@waybill/platform';
import type { Book } from '../order-book.ts';
import type { Budget } from './budget.ts';
import type { Changes } from './change-feed.ts';
import { journalAfter } from './journal.ts';
import { Bell } from './notifier.ts';
import { asked } from './polling.ts';
import { heldTo, isNews, isOlder, type Snapshots, withoutWorkflow } from './snapshot.ts';
import { unbooked } from './unbooked.ts';

export type WatchParts = {
  orders: Pick<Orders, 'follow' | 'read' | 'running' | 'taskFailing' | 'placedAs'>;
  book: Book;
  changes: Pick<Changes, 'about'>;
  snapshots: Snapshots;
  longPolls: Budget;
  /** How long the book may take to learn that an order has ended; it is told before the workflow ends. */
  bookLagMs: number;
  log: Log;
};

const entriesHeld = 500;

type OnFault = (error: unknown) => void;

/** One order, watched once for all who follow it. They read what it holds, each at their own pace, when the bell rings. */
export class Watch {
  readonly bell = new Bell();
  latest: OrderSnapshot | undefined;
  /** Counts the snapshots that said something new. */
  version = 0;
  /** False until the engine has answered, and while it does not: what is held may be old. */
  inSync = false;
  /** True from the beginning until the first answer, or the first failure. */
  isFirstAsking = true;
  ended = false;
  failure: unknown;
  /** What somebody was told, were it not from this watch. */
  #told: OrderSnapshot | undefined;
  /** The newest entries; older ones are in the book. */
  readonly #journal: JournalEntry[] = [];
  readonly #stopped = new AbortController();
  readonly #orderId: string;
  readonly #parts: WatchParts;

  constructor(orderId: string, parts: WatchParts) {
    this.#orderId = orderId;
    this.#parts = parts;
  }

  /** Watches until the order ends or `stop` is called. */
  async run(): Promise<void> {
    try {
      await this.#follow();
      if (!this.#stopped.signal.aborted) await this.#readTheEnd();
    } catch (error) {
      this.failure = error;
    } finally {
      this.ended = true;
      this.inSync = false;
      this.isFirstAsking = false;
      this.bell.ring();
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

  /** Somebody who joins was told this already. */
  hasBeenTold(known: OrderSnapshot): void {
    this.#told = heldTo(this.#told, known);
    this.latest &&= heldTo(this.#told, this.latest);
  }

  async #follow(): Promise<void> {
    const { snapshots, log } = this.#parts;
    const waitedOut = (error: unknown) => {
      this.inSync = false;
      this.isFirstAsking = false;
      this.bell.ring();
      log.warn({ orderId: this.#orderId, error: faultLine(error) }, 'a watch was interrupted and goes on');
    };
    try {
      for await (const { order, journal, running, taskFailing } of this.#answers(waitedOut)) {
        this.inSync = true;
        this.isFirstAsking = false;
        this.#take(snapshots.live(order, running, taskFailing), journal);
      }
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
  }

  /** By a long poll where one can be had, else by asking now and then. */
  async *#answers(onFault: OnFault): AsyncGenerator<FollowedOrder, void, void> {
    const { orders, longPolls, log } = this.#parts;
    const { signal } = this.#stopped;
    if (longPolls.take()) {
      try {
        return yield* orders.follow(this.#orderId, 0, signal, onFault);
      } catch (error) {
        if (!(error instanceof LongPollRefused)) throw error;
        log.warn({ orderId: this.#orderId, error: faultLine(error) }, 'a watch goes on without a long poll');
      } finally {
        longPolls.giveBack();
      }
    }
    yield* asked(this.#parts, this.#orderId, this.#journal.at(-1)?.seq ?? 0, signal, onFault);
  }

  /**
   * The workflow is gone, and asking it would replay it: how the order ended is in the book. An order that is open there
   * has lost its workflow; its recovery writes how it ends.
   */
  async #readTheEnd(): Promise<void> {
    const { bookLagMs } = this.#parts;
    const until = Date.now() + bookLagMs;
    this.inSync = false;
    for (;;) {
      const booked = await this.#booked().catch(() => 'away' as const);
      if (booked === undefined && !this.latest) throw new OrderNotFound(this.#orderId);
      if (booked && booked !== 'away' && (await this.#hasTheEnd(booked))) return;
      const isLate = Date.now() > until;
      if (isLate && !booked) throw new Unavailable('The book does not know how the order ended');
      if (isLate && booked && booked !== 'away') await this.#takeFromBook(withoutWorkflow(booked));
      await pause(isLate ? 1_000 : 100, undefined, { signal: this.#stopped.signal });
    }
  }

  async #booked(): Promise<BookedOrder | undefined> {
    const { book, orders } = this.#parts;
    return (await book.find(this.#orderId)) ?? (await unbooked(orders, this.#orderId));
  }

  async #hasTheEnd(booked: BookedOrder): Promise<boolean> {
    if (!booked.order.closedAt) return false;
    await this.#takeFromBook(booked);
    return (this.#journal.at(-1)?.seq ?? 0) >= booked.order.revision;
  }

  async #takeFromBook(booked: BookedOrder): Promise<void> {
    const entries = await journalAfter(this.#parts.book, this.#orderId, this.#journal.at(-1)?.seq ?? 0);
    this.#take(this.#parts.snapshots.booked(booked), entries);
  }

  #take(snapshot: OrderSnapshot, entries: readonly JournalEntry[]): void {
    const held = this.#journal.at(-1)?.seq ?? 0;
    this.#journal.push(...entries.filter(({ seq }) => seq > held));
    this.#journal.splice(0, this.#journal.length - entriesHeld);
    if (!this.latest || isNews(this.latest, snapshot)) this.version++;
    if (!this.latest || !isOlder(this.latest, snapshot)) this.#told = this.latest = heldTo(this.#told, snapshot);
    this.bell.ring();
  }
}
