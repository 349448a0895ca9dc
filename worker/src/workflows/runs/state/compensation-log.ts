import type {
  RunCompensation,
  RunCompensationName,
  RunState,
  StepError,
  UndoableRunStep,
} from '@waybill/contracts/domain';
import { now } from '../../order/state/journal.ts';
import type { Append } from './journal.ts';

/** The compensations of a run in its state and its journal. */
export class RunCompensationLog {
  readonly #state: RunState;
  readonly #append: Append;

  constructor(state: RunState, append: Append) {
    this.#state = state;
    this.#append = append;
  }

  start(undoes: UndoableRunStep, name: RunCompensationName): RunCompensation {
    const compensation: RunCompensation = {
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
    compensation: RunCompensation,
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
