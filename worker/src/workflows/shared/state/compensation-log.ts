import type { Compensation, StepError } from '@waybill/contracts/domain';
import { type Append, now } from './journal.ts';

/** A compensation in the state of an order or a run. */
export type CompensationEntry<Step, Name> = Omit<Compensation, 'name' | 'undoes'> & { name: Name; undoes: Step };

type Type = 'COMPENSATION_STARTED' | 'COMPENSATION_COMPLETED' | 'COMPENSATION_FAILED';

/** The compensations of an order or a run in its state and its journal. */
export class CompensationLog<Step extends string, Name extends string> {
  readonly #state: { compensations: CompensationEntry<Step, Name>[] };
  readonly #append: Append<Type, Step>;

  constructor(state: { compensations: CompensationEntry<Step, Name>[] }, append: Append<Type, Step>) {
    this.#state = state;
    this.#append = append;
  }

  start(undoes: Step, name: Name): CompensationEntry<Step, Name> {
    const compensation: CompensationEntry<Step, Name> = {
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
    compensation: CompensationEntry<Step, Name>,
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
