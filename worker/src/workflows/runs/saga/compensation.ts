import { type RunCompensationName, runStepRules, type UndoableRunStep } from '@waybill/contracts/domain';
import { type Compensation, CompensationStack, createCompensation } from '../../shared/saga/compensation-stack.ts';

/** What compensates a step of a run. */
export type RunCompensation<Step extends UndoableRunStep = UndoableRunStep> = Compensation<Step, RunCompensationName>;

export class RunCompensations extends CompensationStack<UndoableRunStep, RunCompensationName> {}

export const createRunCompensation = <Step extends UndoableRunStep>(
  undoes: Step,
  run: RunCompensation['run'],
): RunCompensation<Step> => createCompensation(undoes, runStepRules[undoes].undo, run);
