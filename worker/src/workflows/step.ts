import { isCancellation } from '@temporalio/workflow';
import type { OrderStepName } from '@waybill/contracts/words';
import type { Attempted } from '../activities/attempted.ts';
import { errorIn } from './failure.ts';
import type { OrderRecord } from './order-record.ts';
import type { Undos } from './undos.ts';

type Surroundings = { order: OrderRecord; undos: Undos; attemptsAllowed: (step: OrderStepName) => number };

/**
 * Takes a step: records that it began and how it ended. A step that was refused is known not to have happened, so its
 * own undo is dropped.
 */
export const stepTaker =
  ({ order, undos, attemptsAllowed }: Surroundings) =>
  async <T extends object>(name: OrderStepName, run: () => Promise<Attempted<T>>): Promise<void> => {
    order.steps.started(name);
    try {
      const { attempt, ...detail } = await run();
      order.steps.completed(name, attempt, detail);
    } catch (failure) {
      if (isCancellation(failure)) order.steps.cancelled(name);
      const { refused, attempt, code, message } = errorIn(failure);
      if (refused) undos.drop(name);
      order.steps.failed(name, attempt ?? attemptsAllowed(name), { code, message });
      throw failure;
    }
  };
