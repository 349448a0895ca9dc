import { isCancellation } from '@temporalio/workflow';
import type { OrderStepName } from '@waybill/contracts/words';
import type { Attempted } from '../../../activities/attempted.ts';
import { errorIn } from '../activities/failure.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Undos } from './undos.ts';

type Surroundings = {
  order: OrderRecord;
  undos: Undos;
  attemptsAllowed: (step: OrderStepName) => number;
  /** Whether the story that the step belongs to has been told to end meanwhile. */
  isHalted: () => boolean;
};

/**
 * Takes a step: records that it began and how it ended. A step that was refused is known not to have happened, so its
 * own undo is dropped. One that comes to nothing after it was cancelled, be it only by its time-out, was cancelled.
 */
export const stepTaker =
  ({ order, undos, attemptsAllowed, isHalted }: Surroundings) =>
  async <T extends object>(name: OrderStepName, run: () => Promise<Attempted<T>>): Promise<void> => {
    order.steps.started(name);
    try {
      const { attempt, ...detail } = await run();
      order.steps.completed(name, attempt, detail);
    } catch (failure) {
      const { refused, attempt, code, message } = errorIn(failure);
      if (refused) undos.drop(name);
      if (isCancellation(failure) || (isHalted() && !refused)) order.steps.cancelled(name);
      order.steps.failed(name, attempt ?? attemptsAllowed(name), { code, message });
      throw failure;
    }
  };
