import { ActivityFailure } from '@temporalio/workflow';
import {
  type RunCompensationName,
  type RunStepName,
  runStepRules,
  type UndoableRunStep,
} from '@waybill/contracts/domain';
import type { Attempted } from '../../../activities/attempted.ts';
import { toStepFailure } from '../../order/activities/failure.ts';
import type { RunRecord } from '../state/run-record.ts';

type Run = () => Promise<Attempted<{ effect: 'DONE' | 'NOTHING_TO_DO' }>>;

/** What compensates a step of a run. It is safe when the step never ran, and keeps it from happening later. */
export type RunCompensationOf<Step extends UndoableRunStep = UndoableRunStep> = {
  undoes: Step;
  name: RunCompensationName;
  run: Run;
};

export const createRunCompensation = <Step extends UndoableRunStep>(
  undoes: Step,
  run: Run,
): RunCompensationOf<Step> => ({ undoes, name: runStepRules[undoes].undo, run });

/** The compensations of the steps taken so far, each registered before its step runs. */
export class RunCompensations {
  #newestFirst: RunCompensationOf[] = [];

  register(compensation: RunCompensationOf): void {
    this.#newestFirst.unshift(compensation);
  }

  /** Removes the compensation of a step that was refused, and so is known not to have happened. */
  drop(step: RunStepName): void {
    this.#newestFirst = this.#newestFirst.filter(({ undoes }) => undoes !== step);
  }

  get isEmpty(): boolean {
    return this.#newestFirst.length === 0;
  }

  /** Runs every compensation, newest first. One that fails does not stop the others. Resolves to true when all succeeded. */
  async run(record: RunRecord): Promise<boolean> {
    let allSucceeded = true;
    for (const each of this.#newestFirst) allSucceeded = (await compensate(each, record)) && allSucceeded;
    return allSucceeded;
  }
}

async function compensate({ undoes, name, run }: RunCompensationOf, record: RunRecord): Promise<boolean> {
  const entry = record.compensations.start(undoes, name);
  try {
    const { attempt, effect } = await run();
    record.compensations.finish(entry, effect === 'DONE' ? 'COMPLETED' : 'SKIPPED', attempt);
    return true;
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    const { attempt, code, message } = toStepFailure(failure);
    record.compensations.finish(entry, 'FAILED', attempt ?? entry.attempt, { code, message });
    return false;
  }
}
