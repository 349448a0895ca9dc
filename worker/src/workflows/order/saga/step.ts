import type { CompensationName, OrderStepName, UndoableStep } from '@waybill/contracts/domain';
import type { Hold } from '../../shared/saga/hold.ts';
import { createStepRunner, type TakeStep } from '../../shared/saga/step.ts';
import type { Stop, unstoppable } from '../../shared/saga/stoppable.ts';
import { attemptsAllowed, type RetriedOrder } from '../activities/patience.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { OrderCompensations } from './compensation.ts';

type OrderStepNames = { step: OrderStepName; undoable: UndoableStep; compensation: CompensationName };

export type TakeOrderStep = TakeStep<OrderStepNames>;

type Options = {
  placed: RetriedOrder;
  order: OrderRecord;
  compensations: OrderCompensations;
  hold?: (step: OrderStepName) => Hold;
  isHalted: () => boolean;
  stoppable?: typeof unstoppable;
  /** Called when an operator has given up the step. */
  onGivenUp?: (step: OrderStepName, stop: Stop) => void;
};

/** Takes the steps of an order. Operators may give up one of them. */
export const createOrderStepRunner = ({ placed, order, onGivenUp, ...options }: Options): TakeOrderStep =>
  createStepRunner<OrderStepNames>({
    ...options,
    steps: order.steps,
    attemptsAllowed: (step) => attemptsAllowed(step, placed),
    onGivenUp(step, stop) {
      order.steps.giveUp(step, stop);
      onGivenUp?.(step, stop);
    },
  });
