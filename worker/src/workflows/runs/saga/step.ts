import { isCancellation } from '@temporalio/workflow';
import type { RunStepName, UndoableRunStep } from '@waybill/contracts/domain';
import type { Attempted } from '../../../activities/attempted.ts';
import { toStepFailure } from '../../order/activities/failure.ts';
import type { RunRecord } from '../state/run-record.ts';
import type { RunCompensationOf, RunCompensations } from './compensations.ts';

/** What a step does, and for a step that has an effect, what compensates it: one that is forgotten does not compile. */
type StepDefinition<Name extends RunStepName, Detail extends object> = {
  run: () => Promise<Attempted<Detail>>;
} & (Name extends UndoableRunStep ? { compensate: RunCompensationOf<Name> } : { compensate?: never });

export type TakeRunStep = <Name extends RunStepName, Detail extends object>(
  name: Name,
  step: StepDefinition<Name, Detail>,
) => Promise<void>;

type Options = { record: RunRecord; compensations: RunCompensations; isHalted: () => boolean };

/**
 * Takes one step of a run by the rules of an order's: its compensation is registered before it runs, and dropped when it
 * was refused; a step that fails after the run was halted counts as cancelled.
 */
export const createRunStepRunner =
  ({ record, compensations, isHalted }: Options): TakeRunStep =>
  async (name, { run, compensate }) => {
    if (compensate) compensations.register(compensate);
    record.steps.start(name);
    try {
      const { attempt, ...detail } = await run();
      record.steps.complete(name, attempt, detail);
    } catch (failure) {
      const { refused, attempt, code, message } = toStepFailure(failure);
      if (refused) compensations.drop(name);
      if (isCancellation(failure) || (isHalted() && !refused)) record.steps.cancel(name);
      record.steps.fail(name, attempt ?? record.steps.step(name).maxAttempts ?? 1, { code, message });
      throw failure;
    }
  };
