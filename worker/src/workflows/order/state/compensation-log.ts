import type { Compensation, CompensationName, OrderState, StepError, UndoableStep } from '@waybill/contracts/domain';
import { type Append, now } from './journal.ts';

/** The compensations of an order in its state and its journal. */
export class CompensationLog {
  readonly #state: OrderState;
  readonly #append: Append;

  constructor(state: OrderState, append: Append) {
    this.#state = state;
    this.#append = append;
  }

  /** Forgets earlier compensations: all are run once more. */
  reset(): void {
    this.#state.compensations = [];
  }

  start(undoes: UndoableStep, name: CompensationName): Compensation {
    const compensation: Compensation = {
      name,
      undoes,
      status: 'RUNNING',
      attempt: 1,
      startedAt: now(),
      finishedAt: null,
      error: null,
    };
    this.#state.compensations.push(compensation);
    this.#append('COMPENSATION_STARTED', { step: undoes, detail: { name } });
    return compensation;
  }

  finish(
    compensation: Compensation,
    status: 'COMPLETED' | 'SKIPPED' | 'FAILED',
    attempt: number,
    error: StepError | null = null,
  ): void {
    Object.assign(compensation, { status, attempt, error, finishedAt: now() });
    const { name, undoes: step } = compensation;
    const type = status === 'FAILED' ? 'COMPENSATION_FAILED' : 'COMPENSATION_COMPLETED';
    this.#append(type, { step, detail: { name, status, ...error } });
  }
}
