import type { RunEventType, RunState, RunStep, RunStepName, StepError } from '@waybill/contracts/domain';
import { type Append, now } from '../../shared/state/journal.ts';

/** The progress of each step of a run. The result of a step stands until it is taken again. */
export class RunStepLog {
  readonly #state: RunState;
  readonly #append: Append<RunEventType, RunStepName>;

  /** The step that was started last. */
  current: RunStepName | null = null;

  constructor(state: RunState, append: Append<RunEventType, RunStepName>) {
    this.#state = state;
    this.#append = append;
  }

  isRunning(name: RunStepName): boolean {
    return this.step(name).status === 'RUNNING';
  }

  start(name: RunStepName, detail?: Record<string, unknown>): void {
    const afresh = { status: 'RUNNING', attempt: 1, startedAt: now(), finishedAt: null, detail: null, error: null };
    Object.assign(this.step(name), afresh);
    this.current = name;
    this.#append('STEP_STARTED', { step: name, ...(detail ? { detail } : {}) });
  }

  complete(name: RunStepName, attempt: number, detail: Record<string, unknown> = {}): void {
    if (!this.isRunning(name)) return;
    this.finish(name, { status: 'COMPLETED', attempt, detail });
    this.#append('STEP_COMPLETED', { step: name, detail: { ...detail, attempt } });
  }

  fail(name: RunStepName, attempt: number, error: StepError, detail: Record<string, unknown> = {}): void {
    if (!this.isRunning(name)) return;
    this.finish(name, { status: 'FAILED', attempt, error });
    this.#append('STEP_FAILED', { step: name, detail: { ...detail, ...error, attempt } });
  }

  cancel(name: RunStepName): void {
    if (!this.isRunning(name)) return;
    this.finish(name, { status: 'CANCELLED' });
    this.#append('STEP_CANCELLED', { step: name });
  }

  /** Fails what was running when the workflow was lost: its outcome is unknown. */
  interrupt(error: StepError): void {
    for (const { name, attempt } of this.#state.steps) this.fail(name, attempt, error);
  }

  /** Skips a step because another one has failed, whose journal entry explains it. */
  skip(name: RunStepName): void {
    this.step(name).status = 'SKIPPED';
  }

  skipRemaining(): void {
    for (const step of this.#state.steps) if (step.status === 'PENDING') step.status = 'SKIPPED';
  }

  finish(name: RunStepName, outcome: Partial<RunStep>): void {
    Object.assign(this.step(name), outcome, { finishedAt: now() });
  }

  step(name: RunStepName): RunStep {
    const step = this.#state.steps.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`${name} is not a step of a run of the kind ${this.#state.kind}`);
    return step;
  }
}
