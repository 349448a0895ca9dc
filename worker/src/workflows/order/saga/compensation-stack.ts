import { ActivityFailure } from '@temporalio/workflow';
import { type CompensationName, type OrderStepName, stepRules, type UndoableStep } from '@waybill/contracts/domain';
import type { Attempted } from '../../../activities/attempted.ts';
import { toStepFailure } from '../activities/failure.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Hold } from './hold.ts';

type Run = () => Promise<Attempted<{ effect: 'DONE' | 'NOTHING_TO_DO' }>>;

/** What compensates a step. Its run resolves to whether there was an effect to undo. */
export type Compensation<Step extends UndoableStep = UndoableStep> = {
  undoes: Step;
  name: CompensationName;
  run: Run;
};

export const createCompensation = <Step extends UndoableStep>(undoes: Step, run: Run): Compensation<Step> => ({
  undoes,
  name: stepRules[undoes].undo,
  run,
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

  /** `hold` is asked before anything is compensated. */
  constructor(hold: () => Hold = () => undefined) {
    this.#hold = hold;
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
      if (compensation) allSucceeded = (await compensate(compensation, order)) && allSucceeded;
    }
    return allSucceeded;
  }
}

async function compensate({ undoes, name, run }: Compensation, order: OrderRecord): Promise<boolean> {
  const entry = order.compensations.start(undoes, name);
  try {
    const { attempt, effect } = await run();
    order.compensations.finish(entry, effect === 'DONE' ? 'COMPLETED' : 'SKIPPED', attempt);
    return true;
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    const { attempt, code, message } = toStepFailure(failure);
    order.compensations.finish(entry, 'FAILED', attempt ?? entry.attempt, { code, message });
    return false;
  }
}
