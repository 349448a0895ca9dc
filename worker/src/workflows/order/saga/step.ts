import { isCancellation } from '@temporalio/workflow';
import type { OrderStepName, UndoableStep } from '@waybill/contracts/domain';
import type { Attempted } from '../../../activities/attempted.ts';
import { toStepFailure } from '../activities/failure.ts';
import { attemptsAllowed, type RetriedOrder } from '../activities/retries.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Compensation, CompensationStack } from './compensation-stack.ts';
import type { Hold } from './hold.ts';
import { type Stop, unstoppable } from './stoppable.ts';

/** What a step does, and for a step that has an effect, what compensates it: one that is forgotten does not compile. */
export type StepDefinition<Name extends OrderStepName, Detail extends object> = {
  run: () => Promise<Attempted<Detail>>;
} & (Name extends UndoableStep ? { compensate: Compensation<Name> } : { compensate?: never });

export type TakeStep = <Name extends OrderStepName, Detail extends object>(
  name: Name,
  step: StepDefinition<Name, Detail>,
) => Promise<void>;

type Options = {
  placed: RetriedOrder;
  order: OrderRecord;
  compensations: CompensationStack;
  /** Holds a step back before it begins. */
  hold?: (step: OrderStepName) => Hold;
  /** Whether the saga was halted while the step ran. */
  isHalted: () => boolean;
  stoppable?: typeof unstoppable;
  /** What follows when the step is given up. */
  onGivenUp?: (step: OrderStepName, stop: Stop) => void;
};

/**
 * Takes one step: registers its compensation before it runs (a step that timed out may have happened), records that it
 * began, and how it ended. A step that was refused is known not to have happened, so its compensation is dropped. A
 * step that fails after the saga was halted counts as cancelled, be it only by its time-out. One that fails after an
 * operator had it stopped is given up.
 */
export const createStepRunner =
  ({ placed, order, compensations, hold, isHalted, stoppable = unstoppable, onGivenUp }: Options): TakeStep =>
  async (name, { run, compensate }) => {
    const held = hold?.(name);
    if (held !== undefined) await held;
    if (compensate) compensations.register(compensate);
    order.steps.start(name);
    try {
      const { attempt, ...detail } = await stoppable.run(run);
      order.steps.complete(name, attempt, detail);
      stoppable.deny();
    } catch (failure) {
      const { refused, attempt, code, message } = toStepFailure(failure);
      if (refused) compensations.drop(name);
      if (refused || isHalted()) stoppable.deny();
      const stop = stoppable.take();
      if (stop) {
        order.steps.giveUp(name, stop);
        onGivenUp?.(name, stop);
      }
      if (isCancellation(failure) || (isHalted() && !refused)) order.steps.cancel(name);
      order.steps.fail(name, attempt ?? attemptsAllowed(name, placed), { code, message });
      throw failure;
    }
  };
