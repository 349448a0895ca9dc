import {
  type RunAnswer,
  type RunCompensationName,
  type RunEntry,
  type RunEventType,
  type RunFailure,
  type RunOutcome,
  type RunRefusal,
  type RunState,
  type RunStatus,
  type RunStepName,
  type RunVerdict,
  runHasNoRoom,
  runProgressOf,
  type StandingOrderRun,
  type UndoableRunStep,
} from '@waybill/contracts/domain';
import { CommandLog } from '../../shared/state/command-log.ts';
import { CompensationLog } from '../../shared/state/compensation-log.ts';
import { type Append, type Attribution, createJournal, now } from '../../shared/state/journal.ts';
import { RunStepLog } from './step-log.ts';

/** The most journal entries in one answer; a reader continues after the last. */
const maxEntries = 50;

type VerdictFields = Pick<RunVerdict, 'commandId' | 'command' | 'fingerprint' | 'actor'>;

/** The part of the record that is carried over when a run continues as new. */
export type CarriedRecord = { entries: RunEntry[]; verdicts: RunVerdict[] };

/**
 * One run as its workflow knows it: its state, and a journal entry for every change. The revision of the state is the
 * number of the newest entry, so a reader of the journal up to that entry knows the whole state.
 */
export class RunRecord<Run extends RunState = RunState> {
  readonly state: Run;
  readonly steps: RunStepLog;
  readonly compensations: CompensationLog<UndoableRunStep, RunCompensationName>;
  readonly commands: CommandLog<VerdictFields, RunRefusal>;
  readonly append: Append<RunEventType, RunStepName>;
  readonly #journal: ReturnType<typeof createJournal<RunEventType, RunStepName, RunState>>;

  constructor(state: Run, { entries, verdicts }: CarriedRecord = { entries: [], verdicts: [] }) {
    this.state = state;
    this.#journal = createJournal<RunEventType, RunStepName, RunState>(state, runProgressOf, [...entries]);
    this.append = this.#journal.append;
    this.steps = new RunStepLog(state, this.append);
    this.compensations = new CompensationLog(state, this.append);
    this.commands = new CommandLog({
      state,
      append: this.append,
      noRoom: () => runHasNoRoom(state),
      carried: verdicts,
    });
  }

  /** The result of the query `getRun`. */
  answer(afterSeq = 0): RunAnswer {
    return { run: this.state, journal: this.entriesAfter(afterSeq).slice(0, maxEntries) };
  }

  /** The state for the order book: of a closed run with every verdict. */
  bookState(): Run {
    const verdicts = this.commands.verdicts.all();
    const hasMore = this.state.closedAt !== null && verdicts.length > this.state.verdicts.length;
    return hasMore ? { ...this.state, verdicts } : this.state;
  }

  entriesAfter(seq: number): RunEntry[] {
    return this.#journal.after(seq);
  }

  outcome(): RunOutcome {
    const { status, failure } = this.state;
    return { status, failure };
  }

  setStatus(status: RunStatus, by?: Attribution, note?: string | null): void {
    const from = this.state.status;
    if (from === status) return;
    this.state.status = status;
    this.append('STATUS_CHANGED', { by, detail: { from, to: status, ...(note ? { note } : {}) } });
  }

  /** Records how the run ends, and the person who decided it. The first decision stands. */
  decideEnd(failure: RunFailure | null, by?: Attribution): void {
    if (this.state.endedAt !== null) return;
    this.state.failure = failure;
    this.state.endedBy = by?.actor ?? null;
    this.state.endedAt = now();
    if (isStandingOrder(this.state)) Object.assign(this.state, { nextAt: null, skipsNext: false, pausedBy: null });
  }

  close(): void {
    this.append('RUN_CLOSED', { detail: { status: this.state.status } });
    this.state.closedAt = this.state.updatedAt;
  }
}

const isStandingOrder = (run: RunState): run is StandingOrderRun => run.kind === 'STANDING_ORDER';
