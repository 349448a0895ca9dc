import { type CompensationName, stepRules, type UndoableStep } from '@waybill/contracts/domain';
import { type Compensation, CompensationStack, createCompensation } from '../../shared/saga/compensation-stack.ts';

/** What compensates a step of an order. */
export type OrderCompensation<Step extends UndoableStep = UndoableStep> = Compensation<Step, CompensationName>;

export class OrderCompensations extends CompensationStack<UndoableStep, CompensationName> {}

type Run = OrderCompensation['run'];

export const createOrderCompensation = <Step extends UndoableStep>(
  undoes: Step,
  run: Run,
  settle?: OrderCompensation['settle'],
): OrderCompensation<Step> => createCompensation(undoes, stepRules[undoes].undo, run, settle);
