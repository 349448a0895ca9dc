import type { RunCompensationName, RunStepName, UndoableRunStep } from '@waybill/contracts/domain';
import { createStepRunner, type TakeStep } from '../../shared/saga/step.ts';
import type { RunRecord } from '../state/run-record.ts';
import type { RunCompensations } from './compensation.ts';

type RunStepNames = { step: RunStepName; undoable: UndoableRunStep; compensation: RunCompensationName };

export type TakeRunStep = TakeStep<RunStepNames>;

type Options = { record: RunRecord; compensations: RunCompensations; isHalted: () => boolean };

/** Takes the steps of a run. */
export const createRunStepRunner = ({ record: { steps }, ...options }: Options): TakeRunStep =>
  createStepRunner<RunStepNames>({
    ...options,
    steps,
    attemptsAllowed: (step) => steps.step(step).maxAttempts ?? 1,
  });
