import { ActivityFailure } from '@temporalio/workflow';
import type { UndoableStep } from '@waybill/contracts/words';
import type { Attempted } from '../../../activities/attempted.ts';
import { errorIn } from '../activities/failure.ts';
import type { OrderRecord } from '../state/order-record.ts';

export type Undone = Attempted<{ effect: 'DONE' | 'NOTHING_TO_DO' }>;
type Undo = { step: UndoableStep; run: () => Promise<Undone> };

/**
 * How to take back what was done so far.
 *
 * Register an undo *before* the step it undoes: a step that timed out may still have happened. So every undo must be
 * safe to run when its step never did, and must keep a step from happening later.
 */
export class Undos {
  #newestFirst: Undo[] = [];

  register(step: UndoableStep, run: Undo['run']): void {
    this.#newestFirst.unshift({ step, run });
  }

  /** The step was refused: it is known not to have happened. */
  drop(step: string): void {
    this.#newestFirst = this.#newestFirst.filter((undo) => undo.step !== step);
  }

  get any(): boolean {
    return this.#newestFirst.length > 0;
  }

  /** Runs every undo, newest first. One that fails does not stop the others. True when all of them worked. */
  async run(order: OrderRecord): Promise<boolean> {
    let allWorked = true;
    for (const undo of this.#newestFirst) allWorked = (await takenBack(undo, order)) && allWorked;
    return allWorked;
  }
}

async function takenBack({ step, run }: Undo, order: OrderRecord): Promise<boolean> {
  const compensation = order.undoing(step);
  try {
    const { attempt, effect } = await run();
    order.undone(compensation, { status: effect === 'DONE' ? 'COMPLETED' : 'SKIPPED', attempt, error: null });
    return true;
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    const { attempt, code, message } = errorIn(failure);
    order.undone(compensation, {
      status: 'FAILED',
      attempt: attempt ?? compensation.attempt,
      error: { code, message },
    });
    return false;
  }
}
