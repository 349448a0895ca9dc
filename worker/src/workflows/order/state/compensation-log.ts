import type { Compensation, CompensationName, OrderState, StepError, UndoableStep } from '@waybill/contracts/domain';
import { type Append, type Attribution, now } from './journal.ts';

type Settled = { attempt: number; reason: string; by: Attribution };

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

  /** Completes a compensation that a person has made by hand elsewhere. */
  settle(compensation: Compensation, { attempt, reason: note, by }: Settled): void {
    const settled: Partial<Compensation> = {
      status: 'COMPLETED',
      attempt,
      error: null,
      settledBy: by.actor,
      note,
      finishedAt: now(),
    };
    Object.assign(compensation, settled);
    const { name, undoes: step } = compensation;
    this.#append('COMPENSATION_SETTLED', { step, detail: { name, note }, by });
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
