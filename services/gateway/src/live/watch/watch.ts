import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '@waybill/order-book-client';
import { LongPollRefused, NotRunning } from '@waybill/orders-client';
import { faultLine, type Log } from '@waybill/platform';
import type { Budget } from '../budget.ts';
import type { ChangeFeed } from '../change-feed.ts';
import { traceDelivery } from '../delivery-span.ts';
import { readJournalAfter } from '../journal.ts';
import { JournalTail } from '../journal-tail.ts';
import { isNewer, isOlder, withoutRegression } from '../newer-snapshot.ts';
import { Notifier } from '../notifier.ts';
import { poll } from '../polling.ts';
import type { Entry, OnFault, Snapshot, Source, Update } from '../source.ts';

export type WatchOptions<S extends Snapshot, E extends Entry> = {
  source: Source<S, E>;
  changes: Pick<ChangeFeed, 'subscribe'>;
  longPolls: Budget;
  /** How long the order book may lag behind the end of the work, which is written there before its workflow ends. */
  bookLagMs: number;
  log: Log;
};

/** A watch of one order or run, shared by its subscribers, who read its state at their own pace when notified. */
export class Watch<S extends Snapshot, E extends Entry> {
  readonly notifier = new Notifier();
  latest: S | undefined;
  /** Incremented with each snapshot that differs. */
  version = 0;
  /** False until the engine has answered, and while it does not answer: the state may be stale. */
  inSync = false;
  /** True from the start to the first answer or the first failure. */
  isStarting = true;
  ended = false;
  failure: unknown;
  readonly journal = new JournalTail<E>();
  /** The latest snapshot that any subscriber was sent, possibly from another source. */
  #sent: S | undefined;
  readonly #stopped = new AbortController();
  readonly #id: string;
  readonly #options: WatchOptions<S, E>;

  constructor(id: string, options: WatchOptions<S, E>) {
    this.#id = id;
    this.#options = options;
  }

  /** Watches until the work ends or `stop` is called. */
  async run(): Promise<void> {
    try {
      do await this.#follow();
      while (!this.#stopped.signal.aborted && (await this.#readEnd()) === 'running');
    } catch (error) {
      this.failure = error;
    } finally {
      this.ended = true;
      this.isStarting = this.inSync = false;
      this.notifier.notify();
    }
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** A new subscriber was sent this snapshot before. */
  noteSent(known: S): void {
    this.#sent = withoutRegression(this.#sent, known);
    this.latest &&= withoutRegression(this.#sent, this.latest);
  }

  async #follow(): Promise<void> {
    const onFault = (error: unknown) => {
      this.inSync = this.isStarting = false;
      this.notifier.notify();
      this.#warn(error, 'a watch was interrupted and goes on');
    };
    try {
      for await (const { snapshot, journal, trace } of this.#updates(onFault)) {
        this.inSync = true;
        this.isStarting = false;
        this.#apply(snapshot, journal, trace);
      }
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
  }

  /** By a long poll if one is available, otherwise by polling. */
  async *#updates(onFault: OnFault): AsyncGenerator<Update<S, E>, void, void> {
    const { source, longPolls } = this.#options;
    const { signal } = this.#stopped;
    if (longPolls.tryAcquire()) {
      try {
        return yield* source.follow(this.#id, this.journal.lastSeq, signal, onFault);
      } catch (error) {
        if (!(error instanceof LongPollRefused)) throw error;
        this.#warn(error, 'a watch goes on without a long poll');
      } finally {
        longPolls.release();
      }
    }
    yield* poll(this.#options, this.#id, this.journal.lastSeq, signal, onFault);
  }

  /**
   * The workflow has ended, and a query would replay it: its end is in the order book. What is open there has lost its
   * workflow, and the recovery records its end; or it is running, because it has only just started.
   */
  async #readEnd(): Promise<'ended' | 'running'> {
    const { source } = this.#options;
    const until = Date.now() + this.#options.bookLagMs;
    this.inSync = false;
    for (;;) {
      const isLate = Date.now() > until;
      const reading = isLate ? source.endedOrLost(this.#id) : source.lastRecord(this.#id);
      const ended = await reading.catch(() => 'unavailable' as const);
      if (ended === undefined && !this.latest) throw source.notFound(this.#id);
      if (ended && ended !== 'unavailable' && (await this.#hasEnd(ended))) return 'ended';
      if (isLate && !ended) throw new Unavailable(`The book does not know how the ${source.noun} ended`);
      if (isLate && ended && ended !== 'unavailable') await this.#applyFromBook(ended);
      await pause(isLate ? 1_000 : 100, undefined, { signal: this.#stopped.signal });
      if (await source.isRunning(this.#id).catch(() => false)) return 'running';
    }
  }

  async #hasEnd(ended: S): Promise<boolean> {
    if (!ended.closedAt) return false;
    await this.#applyFromBook(ended);
    return this.journal.lastSeq >= ended.revision;
  }

  async #applyFromBook(snapshot: S): Promise<void> {
    this.#apply(snapshot, await readJournalAfter(this.#options.source, this.#id, this.journal.lastSeq));
  }

  #apply(snapshot: S, entries: readonly E[], trace?: Update<S, E>['trace']): void {
    this.journal.add(entries);
    const isNew = !this.latest || isNewer(this.latest, snapshot);
    if (isNew) this.version++;
    if (!this.latest || !isOlder(this.latest, snapshot))
      this.#sent = this.latest = withoutRegression(this.#sent, snapshot);
    traceDelivery(this.#options.source.noun, isNew ? trace : undefined, () => this.notifier.notify());
  }

  #warn(error: unknown, message: string): void {
    const { log, source } = this.#options;
    log.warn({ [`${source.noun}Id`]: this.#id, error: faultLine(error) }, message);
  }
}
