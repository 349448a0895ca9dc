import {
  placementOrderId,
  type StandingOrderRun,
  type StandingPlacement,
  type StepError,
  standingOrderLimits,
} from '@waybill/contracts/domain';
import type { RunRecord } from '../state/run-record.ts';
import type { Rhythm } from './rhythm.ts';

/** The most missed periods that are listed one by one; the journal has one entry for all of them. */
const { placementsKept } = standingOrderLimits;

/** One due period, with its number and the id of its order. */
export type Period = { number: number; at: string; orderId: string };

/**
 * The periods of a standing order, each processed once: the next beat only increases, whatever the clock does. The
 * result of a period is in the state and in one journal entry.
 */
export class Periods {
  readonly #record: RunRecord<StandingOrderRun>;
  readonly #rhythm: Rhythm;
  /** The next beat that is not used yet. */
  #next: number;
  /** The beat to skip. */
  #skipped: number | null;

  constructor(record: RunRecord<StandingOrderRun>, rhythm: Rhythm, { next, skipped }: CarriedPeriods) {
    this.#record = record;
    this.#rhythm = rhythm;
    this.#next = next;
    this.#skipped = skipped;
  }

  carried(): CarriedPeriods {
    return { next: this.#next, skipped: this.#skipped };
  }

  /** Milliseconds until the next period; negative when it is late. */
  waitMs(nowMs: number): number {
    return this.#rhythm.timeOf(this.#next) - nowMs;
  }

  /** Takes the next due period: records missed periods before it, and a skipped one. */
  take(nowMs: number): Period | null {
    const oldest = this.#rhythm.oldestInTime(nowMs);
    if (oldest > this.#next) return this.#miss(oldest - this.#next);
    const beat = this.#next;
    this.#next += 1;
    if (beat === this.#skipped) {
      this.#skip(beat);
      this.#showNext(this.#underWay);
      return null;
    }
    const number = this.#taken + 1;
    const orderId = placementOrderId(this.#record.state.runId, number);
    const period = { number, at: this.#rhythm.at(beat), orderId };
    this.#showNext(1);
    this.#record.steps.start('PLACE_ORDER', period);
    return period;
  }

  placed({ number, at, orderId }: Period, attempt: number): void {
    const { state, steps, append } = this.#record;
    steps.finish('PLACE_ORDER', { status: 'COMPLETED', attempt, detail: { orderId } });
    state.placed += 1;
    this.#list({ number, at, outcome: 'PLACED', orderId, problem: null });
    append('PLACED', { step: 'PLACE_ORDER', detail: { number, at, orderId } });
  }

  refused({ number, at }: Period, attempt: number, problem: StepError): void {
    this.#record.state.refused += 1;
    this.#list({ number, at, outcome: 'REFUSED', orderId: null, problem });
    this.#record.steps.fail('PLACE_ORDER', attempt, problem, { number, at });
  }

  /** Marks the next period as skipped. Returns it. */
  skipNext(): { number: number; at: string } {
    this.#skipped = this.#next;
    this.#record.state.skipsNext = true;
    return { number: this.#taken + this.#underWay + 1, at: this.#rhythm.at(this.#next) };
  }

  /** While the order is paused, periods are ignored. */
  pause(): void {
    Object.assign(this.#record.state, { nextAt: null, skipsNext: false });
  }

  /** Continues at the next beat. */
  resume(nowMs: number, isTold: () => boolean): void {
    this.tellSkipped(nowMs, isTold);
    this.#next = Math.max(this.#next, this.#rhythm.after(nowMs));
    this.#showNext(this.#underWay);
  }

  /** Records the period to skip if its time has passed and it was not taken, as while the order was paused. */
  tellSkipped(nowMs: number, isTold: () => boolean): void {
    const beat = this.#next;
    if (beat !== this.#skipped || this.waitMs(nowMs) > 0 || !isTold()) return;
    this.#next += 1;
    this.#skip(beat);
  }

  /** The number of placements that are started and not counted yet. */
  get #underWay(): number {
    return this.#record.steps.isRunning('PLACE_ORDER') ? 1 : 0;
  }

  get #taken(): number {
    const { placed, refused, skipped, missed } = this.#record.state;
    return placed + refused + skipped + missed;
  }

  #skip(beat: number): void {
    const { state, append } = this.#record;
    const skipped = { number: this.#taken + 1, at: this.#rhythm.at(beat) };
    state.skipped += 1;
    this.#list({ ...skipped, outcome: 'SKIPPED', orderId: null, problem: null });
    append('SKIPPED', { detail: skipped });
  }

  #miss(count: number): null {
    const { state, append } = this.#record;
    const first = { number: this.#taken + 1, at: this.#rhythm.at(this.#next) };
    for (let nth = Math.max(0, count - placementsKept); nth < count; nth++) {
      const at = this.#rhythm.at(this.#next + nth);
      this.#list({ number: first.number + nth, at, outcome: 'MISSED', orderId: null, problem: null });
    }
    state.missed += count;
    this.#next += count;
    this.#showNext(this.#underWay);
    append('MISSED', { detail: { ...first, count } });
    return null;
  }

  #list(placement: StandingPlacement): void {
    const { state } = this.#record;
    state.placements = [placement, ...state.placements].slice(0, placementsKept);
  }

  #showNext(underWay: number): void {
    const { state } = this.#record;
    const isLast = state.times !== null && state.placed + state.refused + underWay >= state.times;
    state.nextAt = isLast ? null : this.#rhythm.at(this.#next);
    state.skipsNext = this.#next === this.#skipped;
  }
}

export type CarriedPeriods = { next: number; skipped: number | null };
