import { CancellationScope } from '@temporalio/workflow';
import type { RunBookEntry } from '../../../activities/runs/book.ts';
import { runningTrace } from '../../shared/activities/trace-headers.ts';
import { entryWith, type Kept } from '../../shared/book/entry.ts';
import { FirmWriter } from '../../shared/book/firm-writer.ts';
import { follow } from '../../shared/book/follow.ts';
import { besideHistory, recordRun } from '../activities/proxies.ts';
import type { RunRecord } from '../state/run-record.ts';

/**
 * Keeps the order book up to date with a run, like an order's workflow: the first and the last write are firm, and so
 * are those of a run that waits for time or for a person, which may take long. Every other change is written in
 * passing, beside the history.
 */
export class RunBook {
  readonly #run: RunRecord;
  readonly #kept: Kept;
  readonly #firm: FirmWriter<{ revision: number }>;
  #revisionInBook = 0;

  constructor(run: RunRecord, kept: Kept) {
    this.#run = run;
    this.#kept = kept;
    this.#firm = new FirmWriter({
      revision: () => run.state.revision,
      write: (after) => recordRun({ ...this.#entryAfter(after), firm: true }),
    });
  }

  /**
   * Resolves once the book has the run, and records its changes from then on. A run that is in the book already is not
   * started again.
   */
  async receive(): Promise<void> {
    const { isAhead } = await this.#firm.write();
    if (isAhead) throw this.#firm.leave('The run is in the book already');
    this.#followFrom(this.#firm.written);
  }

  /** Continues from the previous execution. */
  resume(written: number): void {
    this.#firm.resume(written);
    this.#followFrom(written);
  }

  /** Whether the book has the complete run by firm writes, or has refused it, and no write is pending. */
  get isUpToDate(): boolean {
    return this.#firm.isUpToDate;
  }

  /** The number of the last entry in a firm write. */
  get written(): number {
    return this.#firm.written;
  }

  /** The run belongs to another workflow: this one has had no effects. */
  get isDuplicate(): boolean {
    return this.#firm.isDuplicate;
  }

  /** Resolves once the book has the complete closed run. */
  complete(): Promise<void> {
    return this.#firm.complete();
  }

  #followFrom(revision: number): void {
    this.#revisionInBook = revision;
    void CancellationScope.nonCancellable(() => follow(this.#run.state, () => this.#revisionInBook, this.#tell));
  }

  readonly #tell = async (): Promise<void> => {
    const { steps, compensations, revision } = this.#run.state;
    const isBusy = [...steps, ...compensations].some(({ status }) => status === 'RUNNING');
    if (isBusy) this.#tellInPassing();
    this.#revisionInBook = revision;
    if (!isBusy) await this.#firm.writeChanges();
  };

  /** A sink gets its arguments at the end of the activation: the copy preserves the current state. */
  #tellInPassing(): void {
    const entry = JSON.parse(JSON.stringify(this.#entryAfter(this.#revisionInBook)));
    besideHistory.tellRun({ ...entry, trace: runningTrace() });
  }

  #entryAfter(seq: number): RunBookEntry {
    return { run: this.#run.bookState(), ...entryWith(this.#run.entriesAfter(seq), this.#kept) };
  }
}
