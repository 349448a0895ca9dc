import { isCancellation } from '@temporalio/workflow';
import type { StepError } from '@waybill/contracts/domain';
import type { Attempted } from '../../../activities/attempt.ts';
import { toStepFailure } from '../activities/failure.ts';
import type { Compensation, CompensationStack } from './compensation-stack.ts';
import type { Hold } from './hold.ts';
import { type Stop, unstoppable } from './stoppable.ts';

/** The names of the steps that a workflow takes, of those that have a compensation, and of the compensations. */
export type StepNames = { step: string; undoable: string; compensation: string };

/** The action of a step and, if it has an effect, its compensation: a missing one does not compile. */
type StepDefinition<Names extends StepNames, Name extends string, Detail extends object> = {
  run: () => Promise<Attempted<Detail>>;
} & (Name extends Names['undoable']
  ? { compensate: Compensation<Name, Names['compensation']> }
  : { compensate?: never });

export type TakeStep<Names extends StepNames> = <Name extends Names['step'], Detail extends object>(
  name: Name,
  step: StepDefinition<Names, Name, Detail>,
) => Promise<void>;

/** Records the progress of a step. */
type StepLog<Step> = {
  start: (name: Step) => void;
  complete: (name: Step, attempt: number, detail: Record<string, unknown>) => void;
  cancel: (name: Step) => void;
  fail: (name: Step, attempt: number, error: StepError) => void;
};

type Options<Names extends StepNames> = {
  steps: StepLog<Names['step']>;
  compensations: CompensationStack<Names['undoable'], Names['compensation']>;
  /** The most attempts of a step. */
  attemptsAllowed: (step: Names['step']) => number;
  /** Delays a step before it starts. */
  hold?: ((step: Names['step']) => Hold) | undefined;
  /** Whether the saga was halted while the step ran. */
  isHalted: () => boolean;
  stoppable?: typeof unstoppable | undefined;
  /** Called when the step is given up. */
  onGivenUp?: (step: Names['step'], stop: Stop) => void;
};

/**
 * Takes one step: registers its compensation before it runs (a step that timed out may have happened), and records its
 * start and its end. A step that was refused is known not to have happened, so its compensation is dropped. A step that
 * fails after the saga was halted counts as cancelled, even if it timed out. One that fails after an operator stopped
 * it is given up.
 */
export const createStepRunner =
  <Names extends StepNames>(options: Options<Names>): TakeStep<Names> =>
  async (name, { run, compensate }) => {
    const { steps, compensations, attemptsAllowed, hold, isHalted, stoppable = unstoppable, onGivenUp } = options;
    const held = hold?.(name);
    if (held !== undefined) await held;
    if (compensate) compensations.register(compensate);
    steps.start(name);
    try {
      const { attempt, ...detail } = await stoppable.run(run);
      steps.complete(name, attempt, detail);
      stoppable.deny();
    } catch (failure) {
      const { refused, attempt, code, message } = toStepFailure(failure);
      if (refused) compensations.drop(name);
      if (refused || isHalted()) stoppable.deny();
      const stop = stoppable.take();
      if (stop) onGivenUp?.(name, stop);
      if (isCancellation(failure) || (isHalted() && !refused)) steps.cancel(name);
      steps.fail(name, attempt ?? attemptsAllowed(name), { code, message });
      throw failure;
    }
  };
