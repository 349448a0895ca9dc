import { ActivityFailure } from '@temporalio/workflow';
import type { Attempted } from '../../../activities/attempt.ts';
import { toStepFailure } from '../activities/failure.ts';
import type { CompensationEntry, CompensationLog } from '../state/compensation-log.ts';
import type { Hold } from './hold.ts';
import { type Stop, unstoppable } from './stoppable.ts';

type Run = () => Promise<Attempted<{ effect: 'DONE' | 'NOTHING_TO_DO' }>>;

/** The compensation of a step. `run` resolves to whether there was an effect to undo. */
export type Compensation<Step extends string, Name extends string> = {
  undoes: Step;
  name: Name;
  run: Run;
  /**
   * Runs when the compensation is settled by hand: keeps the step from happening later, if that is possible at once.
   */
  settle: () => Promise<void>;
};

export const createCompensation = <Step extends string, Name extends string>(
  undoes: Step,
  name: Name,
  run: Run,
  settle = async () => {},
): Compensation<Step, Name> => ({ undoes, name, run, settle });

type Options<Step, Name> = {
  /** Called before anything is compensated. */
  hold?: () => Hold;
  stoppable?: typeof unstoppable;
  /** Records a compensation that was stopped because a person has carried it out by hand. */
  onSettled?: (entry: CompensationEntry<Step, Name>, stop: Stop) => void;
};

/**
 * The compensations of the steps taken so far.
 *
 * A compensation is registered before its step runs: a step that timed out may have happened. So each must be safe if
 * its step never ran, and must keep its step from happening later.
 */
export class CompensationStack<Step extends string, Name extends string> {
  #newestFirst: Compensation<Step, Name>[] = [];
  readonly #hold: () => Hold;
  readonly #stoppable: typeof unstoppable;
  readonly #onSettled: (entry: CompensationEntry<Step, Name>, stop: Stop) => void;

  constructor({ hold = () => undefined, stoppable = unstoppable, onSettled = () => {} }: Options<Step, Name> = {}) {
    this.#hold = hold;
    this.#stoppable = stoppable;
    this.#onSettled = onSettled;
  }

  register(compensation: Compensation<Step, Name>): void {
    this.#newestFirst.unshift(compensation);
  }

  /** Removes the compensation of a step that was refused, and so is known not to have happened. */
  drop(step: string): void {
    this.#newestFirst = this.#newestFirst.filter(({ undoes }) => undoes !== step);
  }

  get isEmpty(): boolean {
    return this.#newestFirst.length === 0;
  }

  /** Runs every compensation, newest first. One that fails does not stop the others. Resolves to true when all succeeded. */
  async run({ compensations }: { compensations: CompensationLog<Step, Name> }): Promise<boolean> {
    let allSucceeded = true;
    for (const compensation of [...this.#newestFirst, undefined]) {
      const held = this.#hold();
      if (held !== undefined) await held;
      if (compensation) allSucceeded = (await this.#compensate(compensation, compensations)) && allSucceeded;
    }
    return allSucceeded;
  }

  async #compensate(
    { undoes, name, run, settle }: Compensation<Step, Name>,
    log: CompensationLog<Step, Name>,
  ): Promise<boolean> {
    const entry = log.start(undoes, name);
    try {
      const { attempt, effect } = await this.#stoppable.run(run);
      log.finish(entry, effect === 'DONE' ? 'COMPLETED' : 'SKIPPED', attempt);
      this.#stoppable.deny();
      return true;
    } catch (failure) {
      if (!(failure instanceof ActivityFailure)) throw failure;
      const { refused, attempt, code, message } = toStepFailure(failure);
      const stop = refused ? undefined : this.#stoppable.take();
      if (stop) {
        this.#onSettled(entry, stop);
        await settle();
        return true;
      }
      log.finish(entry, 'FAILED', attempt ?? entry.attempt, { code, message });
      this.#stoppable.deny();
      return false;
    }
  }
}
