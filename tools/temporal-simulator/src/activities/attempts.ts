import { mayBeTriedAgain, timeout } from '../history/failures.ts';
import type { Failure, RetryPolicy } from '../history/history.ts';
import { msOf, settled, untilTaken, type World } from '../world.ts';
import type { Attempt, Outcome } from './attempt.ts';

/** The end of an activity, with the number of attempts. */
export type Ended = { attempt: number } & (Outcome | { kind: 'timed out'; failure: Failure });

type Parts = {
  begin: (attempt: number) => Attempt;
  retry: RetryPolicy | null | undefined;
  startToCloseMs: number;
  heartbeatMs: number;
  ends: (how: Ended) => void | Promise<void>;
};
type Running = {
  attempt: Attempt;
  isSettled: boolean;
  isLost: boolean;
  timesOut: () => void;
  arrives?: () => void | Promise<void>;
};

/** Attempts an activity as often as its retry policy allows, each attempt within its time limit. */
export class Attempts {
  readonly #world: World;
  readonly #parts: Parts;
  #count = 0;
  #running: Running | undefined;
  #dontWait = () => {};
  #isCancelRequested = false;
  #isOver = false;

  constructor(world: World, parts: Parts) {
    this.#world = world;
    this.#parts = parts;
    this.#tryIn(untilTaken(world));
  }

  /** A running attempt learns of it with its next heartbeat; between two attempts it takes effect at once. */
  cancel(): void | Promise<void> {
    if (this.#isCancelRequested) return;
    this.#isCancelRequested = true;
    if (!this.#running) return this.#end({ kind: 'canceled' });
    const { eventQueue, chance } = this.#world;
    eventQueue.in(chance.oneOf([0, 1, 100, 1_000]), () => {
      if (this.#running?.isSettled === false) this.#running.attempt.cancel('CANCELLED');
      return settled();
    });
  }

  /** The worker stops. Its attempts are retried on another, or never report. */
  workerLeaves(): void {
    const running = this.#running;
    if (!running || this.#world.chance.isSo(0.5)) return;
    running.attempt.cancel('WORKER_SHUTDOWN');
    running.isSettled = true;
    running.isLost = true;
    const { heartbeatMs } = this.#parts;
    if (heartbeatMs === 0) return;
    running.timesOut();
    running.timesOut = this.#world.eventQueue.in(heartbeatMs, () => this.#timedOut(running));
  }

  /** Nobody waits for it any more. */
  abandon(): void {
    this.#isOver = true;
    this.#running?.attempt.cancel('WORKER_SHUTDOWN');
  }

  /** What is on its way arrives now, also if it had yet to be begun. */
  async hurry(): Promise<void> {
    if (!this.#running) {
      this.#dontWait();
      await this.#try();
    }
    await this.#running?.arrives?.();
  }

  #tryIn(ms: number): void {
    this.#dontWait = this.#world.eventQueue.in(ms, () => this.#try());
  }

  #try(): void | Promise<void> {
    if (this.#isOver) return;
    const { eventQueue, chance, workersAwayUntilMs } = this.#world;
    if (workersAwayUntilMs > eventQueue.now()) return this.#tryIn(untilTaken(this.#world));
    this.#count += 1;
    const running: Running = {
      attempt: this.#parts.begin(this.#count),
      isSettled: false,
      isLost: false,
      timesOut: () => undefined,
    };
    running.timesOut = eventQueue.in(this.#parts.startToCloseMs, () => this.#timedOut(running));
    this.#running = running;
    void running.attempt.outcome.then((outcome) => {
      if (running.isSettled) return;
      running.isSettled = true;
      running.arrives = () => this.#answered(running, outcome);
      eventQueue.in(chance.moment(), running.arrives);
    });
    return settled();
  }

  #answered(running: Running, outcome: Outcome): void | Promise<void> {
    if (this.#running !== running || running.isLost || this.#isOver) return;
    running.timesOut();
    return outcome.kind === 'failed' ? this.#again(outcome) : this.#end(outcome);
  }

  #timedOut(running: Running): void | Promise<void> {
    if (this.#running !== running || this.#isOver) return;
    running.isSettled = true;
    running.attempt.cancel('TIMED_OUT');
    return this.#again({ kind: 'timed out', failure: timeout });
  }

  #again(how: { kind: 'failed' | 'timed out'; failure: Failure }): void | Promise<void> {
    this.#running = undefined;
    const { initialInterval, backoffCoefficient, maximumInterval, maximumAttempts } = this.#parts.retry ?? {};
    const isLast = Boolean(maximumAttempts) && this.#count >= (maximumAttempts ?? 0);
    if (isLast || this.#isCancelRequested || !mayBeTriedAgain(how.failure)) return this.#end(how);
    const firstMs = msOf(initialInterval) || 1_000;
    const nextMs = firstMs * (backoffCoefficient || 2) ** (this.#count - 1);
    this.#tryIn(Math.min(nextMs, msOf(maximumInterval) || firstMs * 100));
  }

  #end(how: Outcome | { kind: 'timed out'; failure: Failure }): void | Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#running = undefined;
    return this.#parts.ends({ ...how, attempt: this.#count });
  }
}
