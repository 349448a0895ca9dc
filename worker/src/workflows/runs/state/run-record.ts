import type {
  RunAnswer,
  RunEntry,
  RunFailure,
  RunOutcome,
  RunState,
  RunStatus,
  RunVerdict,
  StandingOrderRun,
} from '@waybill/contracts/domain';
import { type Attribution, now } from '../../order/state/journal.ts';
import { RunCommandLog } from './command-log.ts';
import { RunCompensationLog } from './compensation-log.ts';
import { type Append, createRunJournal } from './journal.ts';
import { RunStepLog } from './step-log.ts';

/** The most journal entries in one answer; a reader continues after the last. */
const maxEntries = 50;

/** What a run that continues as new takes along of its record. */
export type CarriedRecord = { entries: RunEntry[]; verdicts: RunVerdict[] };

/**
 * One run as its workflow knows it: its state, and a journal entry for every change. The revision of the state is the
 * number of the newest entry, so whoever has read the journal up to there has missed nothing.
 */
export class RunRecord<Run extends RunState = RunState> {
  readonly state: Run;
  readonly steps: RunStepLog;
  readonly compensations: RunCompensationLog;
  readonly commands: RunCommandLog;
  readonly append: Append;
  readonly #entries: RunEntry[];

  constructor(state: Run, { entries, verdicts }: CarriedRecord = { entries: [], verdicts: [] }) {
    this.state = state;
    this.#entries = [...entries];
    this.append = createRunJournal(state, this.#entries);
    this.steps = new RunStepLog(state, this.append);
    this.compensations = new RunCompensationLog(state, this.append);
    this.commands = new RunCommandLog(state, this.append, verdicts);
  }

  /** The result of the query `getRun`. */
  answer(afterSeq = 0): RunAnswer {
    return { run: this.state, journal: this.entriesAfter(afterSeq).slice(0, maxEntries) };
  }

  /** The state for the order book, which answers for a closed run: with every verdict. */
  bookState(): Run {
    const verdicts = this.commands.verdicts.all();
    const hasMore = this.state.closedAt !== null && verdicts.length > this.state.verdicts.length;
    return hasMore ? { ...this.state, verdicts } : this.state;
  }

  entriesAfter(seq: number): RunEntry[] {
    const [first] = this.#entries;
    return this.#entries.slice(Math.max(0, seq + 1 - (first?.seq ?? 1)));
  }

  outcome(): RunOutcome {
    const { status, failure } = this.state;
    return { status, failure };
  }

  setStatus(status: RunStatus, by?: Attribution): void {
    const from = this.state.status;
    if (from === status) return;
    this.state.status = status;
    this.append('STATUS_CHANGED', { by, detail: { from, to: status } });
  }

  /** Records how the run ends, and who decided that where a person did. The first decision stands. */
  decideEnd(failure: RunFailure | null, by?: Attribution): void {
    if (this.state.endedAt !== null) return;
    this.state.failure = failure;
    this.state.endedBy = by?.actor ?? null;
    this.state.endedAt = now();
    if (isStandingOrder(this.state)) Object.assign(this.state, { nextAt: null, skipsNext: false });
  }

  close(): void {
    this.append('RUN_CLOSED', { detail: { status: this.state.status } });
    this.state.closedAt = this.state.updatedAt;
  }
}

const isStandingOrder = (run: RunState): run is StandingOrderRun => run.kind === 'STANDING_ORDER';
