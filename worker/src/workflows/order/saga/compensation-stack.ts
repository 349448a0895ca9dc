import { ActivityFailure } from '@temporalio/workflow';
import { type CompensationName, type OrderStepName, stepRules, type UndoableStep } from '@waybill/contracts/domain';
import type { Attempted } from '../../../activities/attempted.ts';
import { toStepFailure } from '../activities/failure.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Hold } from './hold.ts';
import { unstoppable } from './stoppable.ts';

type Run = () => Promise<Attempted<{ effect: 'DONE' | 'NOTHING_TO_DO' }>>;

/** What compensates a step. Its run resolves to whether there was an effect to undo. */
export type Compensation<Step extends UndoableStep = UndoableStep> = {
  undoes: Step;
  name: CompensationName;
  run: Run;
  /** What becomes of the order when it is settled by hand. Keeps the step from happening later, as far as that can be done at once. */
  settle: () => Promise<void>;
};

export const createCompensation = <Step extends UndoableStep>(
  undoes: Step,
  run: Run,
  settle = async () => {},
): Compensation<Step> => ({
  undoes,
  name: stepRules[undoes].undo,
  run,
  settle,
});

/**
 * The compensations of the steps taken so far.
 *
 * A compensation is registered before its step runs: a step that timed out may have happened. So each must be safe to
 * run when its step never did, and must keep its step from happening later.
 */
export class CompensationStack {
  #newestFirst: Compensation[] = [];
  readonly #hold: () => Hold;
  readonly #stoppable: typeof unstoppable;

  /** `hold` is asked before anything is compensated. */
  constructor(hold: () => Hold = () => undefined, stoppable: typeof unstoppable = unstoppable) {
    this.#hold = hold;
    this.#stoppable = stoppable;
  }

  register(compensation: Compensation): void {
    this.#newestFirst.unshift(compensation);
  }

  /** Removes the compensation of a step that was refused, and so is known not to have happened. */
  drop(step: OrderStepName): void {
    this.#newestFirst = this.#newestFirst.filter(({ undoes }) => undoes !== step);
  }

  get isEmpty(): boolean {
    return this.#newestFirst.length === 0;
  }

  /** Runs every compensation, newest first. One that fails does not stop the others. Resolves to true when all succeeded. */
  async run(order: OrderRecord): Promise<boolean> {
    let allSucceeded = true;
    for (const compensation of [...this.#newestFirst, undefined]) {
      const held = this.#hold();
      if (held !== undefined) await held;
      if (compensation) allSucceeded = (await this.#compensate(compensation, order)) && allSucceeded;
    }
    return allSucceeded;
  }

  async #compensate({ undoes, name, run, settle }: Compensation, order: OrderRecord): Promise<boolean> {
    const entry = order.compensations.start(undoes, name);
    try {
      const { attempt, effect } = await this.#stoppable.run(run);
      order.compensations.finish(entry, effect === 'DONE' ? 'COMPLETED' : 'SKIPPED', attempt);
      this.#stoppable.deny();
      return true;
    } catch (failure) {
      if (!(failure instanceof ActivityFailure)) throw failure;
      const { refused, attempt, code, message } = toStepFailure(failure);
      const stop = refused ? undefined : this.#stoppable.take();
      if (stop) {
        order.compensations.settle(entry, stop);
        await settle();
        return true;
      }
      order.compensations.finish(entry, 'FAILED', attempt ?? entry.attempt, { code, message });
      this.#stoppable.deny();
      return false;
    }
  }
}
