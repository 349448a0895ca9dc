import {
  CancellationScope,
  CancelledFailure,
  isCancellation,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow';
import {
  type RunFailure,
  type RunFailureCode,
  type RunStatus,
  type RunStepName,
  runEndIsDecided,
  runLimitsOf,
  type StartedRun,
} from '@waybill/contracts/domain';
import { toStepFailure } from '../../shared/activities/failure.ts';
import type { Attribution } from '../../shared/state/journal.ts';
import type { RunRecord } from '../state/run-record.ts';
import type { RunCompensations } from './compensation.ts';

/** The engine ends a workflow at 50 MB. */
const maxHistoryBytes = 20_000_000;

/** How a run ends before all of its steps are taken. A fault fails the workflow, so that an engineer looks at it. */
export type RunEnding = {
  status: Extract<RunStatus, 'COMPLETED' | 'FAILED' | 'CANCELLED'>;
  failure: RunFailure | null;
  by?: Attribution;
  fault?: boolean;
};

type Options = { started: Pick<StartedRun, 'limits'>; record: RunRecord; compensations: RunCompensations };

/** The saga of one run: its steps run until they are done, one fails, or a command halts them; then it compensates. */
export class RunSaga {
  readonly #record: RunRecord;
  readonly #compensations: RunCompensations;
  readonly #historyEvents: number;
  readonly #scope = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
  #ending: RunEnding | undefined;

  constructor({ started, record, compensations }: Options) {
    this.#record = record;
    this.#compensations = compensations;
    this.#historyEvents = runLimitsOf(started).historyEvents;
  }

  /** Runs `steps`. If one fails, or the saga is halted, everything done so far is compensated. */
  async run(steps: () => Promise<void>): Promise<void> {
    try {
      await this.#scope.run(steps);
      this.throwIfHalted();
      this.#decide({ status: 'COMPLETED', failure: null });
      this.#record.setStatus('COMPLETED');
    } catch (failure) {
      if (!(failure instanceof TemporalFailure)) throw failure; // a bug in this code: it is fixed and resumed, nobody is refunded
      const ending = this.#ending ?? this.#decide(endingOf(failure, this.#record.steps.current));
      if (ending.status === 'COMPLETED') return this.#record.setStatus('COMPLETED', ending.by);
      if (!this.#compensations.isEmpty) this.#record.setStatus('COMPENSATING', ending.by);
      if (!(await this.#compensations.run(this.#record))) ending.fault = true;
      this.#record.setStatus(ending.status, ending.by);
    }
  }

  /** Ends the saga from outside, and cancels what is running. The first ending stands. */
  halt(ending: RunEnding): void {
    if (this.#ending) return;
    this.#decide(ending);
    this.#scope.cancel();
  }

  /** A person, or the engine itself, cancels the run. */
  cancel(message: string, by?: Attribution): void {
    const failure: RunFailure = { code: 'CANCELLED', message, step: this.#record.steps.current };
    this.halt({ status: 'CANCELLED', failure, ...(by ? { by } : {}) });
  }

  /** The engine limits a history: a run whose history grows too long is ended while there is room for that. */
  haltIfHistoryTooLong(): void {
    const { historyLength, historySize } = workflowInfo();
    if (historyLength < this.#historyEvents && historySize < maxHistoryBytes) return;
    if (runEndIsDecided(this.#record.state)) return;
    const message = 'The run received more commands than it can record';
    const failure: RunFailure = { code: 'HISTORY_TOO_LONG', message, step: this.#record.steps.current };
    this.halt({ status: 'FAILED', failure, fault: true });
  }

  get isHalted(): boolean {
    return this.#ending !== undefined;
  }

  /** Why the workflow must fail, if it must. */
  get fault(): RunFailure | undefined {
    return this.#ending?.fault ? (this.#ending.failure ?? undefined) : undefined;
  }

  /** A step may complete although the saga was halted meanwhile: nothing follows it. */
  throwIfHalted(): void {
    if (this.#ending) throw new CancelledFailure(this.#ending.failure?.message ?? 'The run has ended');
  }

  #decide(ending: RunEnding): RunEnding {
    this.#ending = ending;
    this.#record.decideEnd(ending.failure, ending.by);
    this.#record.steps.skipRemaining();
    if (ending.failure && !this.#compensations.isEmpty) this.#record.setStatus('COMPENSATING', ending.by);
    return ending;
  }
}

function endingOf(failure: unknown, step: RunStepName | null): RunEnding {
  const { refused, code, message } = toStepFailure(failure);
  if (isCancellation(failure)) return { status: 'CANCELLED', failure: { code: 'CANCELLED', message, step } };
  if (refused) return { status: 'FAILED', failure: { code: code as RunFailureCode, message, step } };
  return { status: 'FAILED', failure: { code: 'STEP_FAILED', message, step }, fault: true };
}
