import { isCancellation } from '@temporalio/workflow';
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
import { historyIsTooLong, Saga } from '../../shared/saga/saga.ts';
import type { Attribution } from '../../shared/state/journal.ts';
import type { RunRecord } from '../state/run-record.ts';
import type { RunCompensations } from './compensation.ts';

/** How a run ends. */
export type RunEnding = {
  status: Extract<RunStatus, 'COMPLETED' | 'FAILED' | 'CANCELLED'>;
  failure: RunFailure | null;
  by?: Attribution;
  /** The note of the person who decided it, for the journal. */
  note?: string | null;
  fault?: boolean;
};

type Options = { started: Pick<StartedRun, 'limits'>; record: RunRecord; compensations: RunCompensations };

/** The saga of one run. */
export class RunSaga extends Saga<RunEnding> {
  readonly #record: RunRecord;
  readonly #historyEvents: number;

  constructor({ started, record, compensations }: Options) {
    super({
      compensations,
      compensate: () => compensations.run(record),
      setStatus: (status, { by, note }) => record.setStatus(status, by, note),
      endingOf: (failure) => endingOf(failure, record.steps.current),
      recordEnding({ failure, by }) {
        record.decideEnd(failure, by);
        record.steps.skipRemaining();
      },
    });
    this.#record = record;
    this.#historyEvents = runLimitsOf(started).historyEvents;
  }

  override run(steps: () => Promise<void>): Promise<void> {
    return super.run(async () => {
      await steps();
      this.throwIfHalted();
      this.#complete();
    });
  }

  /** A person, or the engine itself, cancels the run. */
  cancel(message: string, by?: Attribution): void {
    const failure: RunFailure = { code: 'CANCELLED', message, step: this.#record.steps.current };
    this.halt({ status: 'CANCELLED', failure, ...(by ? { by } : {}) });
  }

  /** The engine limits a history: a run whose history grows too long is ended while there is room for that. */
  haltIfHistoryTooLong(): void {
    if (!historyIsTooLong(this.#historyEvents) || runEndIsDecided(this.#record.state)) return;
    const message = 'The run received more commands than it can record';
    const failure: RunFailure = { code: 'HISTORY_TOO_LONG', message, step: this.#record.steps.current };
    this.halt({ status: 'FAILED', failure, fault: true });
  }

  #complete(): void {
    this.decide({ status: 'COMPLETED', failure: null });
    this.#record.setStatus('COMPLETED');
  }
}

function endingOf(failure: unknown, step: RunStepName | null): RunEnding {
  const { refused, code, message } = toStepFailure(failure);
  if (isCancellation(failure)) return { status: 'CANCELLED', failure: { code: 'CANCELLED', message, step } };
  if (refused) return { status: 'FAILED', failure: { code: code as RunFailureCode, message, step } };
  return { status: 'FAILED', failure: { code: 'STEP_FAILED', message, step }, fault: true };
}
