import { ApplicationFailure, CancellationScope, condition } from '@temporalio/workflow';
import type { RunEntry, StartedRun } from '@waybill/contracts/domain';
import type { RunBookEntry } from '../../../activities/runs/book.ts';
import { toStepFailure } from '../../shared/activities/failure.ts';
import { settle } from '../../shared/book/settle.ts';
import { besideHistory, recordRun } from '../activities/proxies.ts';
import type { RunRecord } from '../state/run-record.ts';

/** What goes with every write. */
type Written = Pick<StartedRun, 'fingerprint' | 'keyId' | 'correlationId'>;

export type RunBook = ReturnType<typeof createRunBook>;

/**
 * Keeps the order book up to date with a run, as an order's workflow does with its order: the first write and the last are
 * firm, and so are those of a run that waits for time or for a person, for that may be long. Every other change is written
 * in passing, beside the history.
 */
export function createRunBook(run: RunRecord, { fingerprint, keyId, correlationId }: Written) {
  let firmlyWritten = 0;
  let told = 0;
  let duplicate = false; // the book has the run from another workflow, or another run under this id or key
  let writing = false;

  const entryAfter = (seq: number): RunBookEntry => {
    const entries = run.entriesAfter(seq);
    return {
      run: run.bookState(),
      entries,
      correlationId: askedUnder(entries) ?? correlationId,
      fingerprint,
      ...(keyId === undefined ? {} : { keyId }),
    };
  };

  const leave = (message: string) => {
    duplicate = true;
    return ApplicationFailure.nonRetryable(message, 'IDEMPOTENCY_CONFLICT');
  };

  const writeFirmly = async (): Promise<{ isAhead: boolean }> => {
    const upTo = run.state.revision;
    writing = true;
    try {
      const { revision } = await recordRun({ ...entryAfter(firmlyWritten), firm: true });
      firmlyWritten = Math.max(firmlyWritten, upTo);
      return { isAhead: revision > upTo };
    } catch (failure) {
      const { refused, message } = toStepFailure(failure);
      throw refused ? leave(message) : failure;
    } finally {
      writing = false;
    }
  };

  const tell = async () => {
    const isBusy = [...run.state.steps, ...run.state.compensations].some(({ status }) => status === 'RUNNING');
    if (isBusy) besideHistory.tellRun(JSON.parse(JSON.stringify(entryAfter(told)))); // a sink gets its arguments later: a copy
    told = run.state.revision;
    if (!isBusy) await writeFirmly().catch(unlessTaken);
  };

  const follow = async () => {
    for (;;) {
      await condition(() => run.state.revision > told);
      await settle(() => run.state.revision);
      if (run.state.closedAt !== null) return;
      await tell();
    }
  };

  const followFrom = (revision: number) => {
    told = revision;
    void CancellationScope.nonCancellable(follow);
  };

  return {
    /** Resolves once the book has the run, and follows it from then on. A run that is in the book already is not begun again. */
    async receive(): Promise<void> {
      const { isAhead } = await writeFirmly();
      if (isAhead) throw leave('The run is in the book already');
      followFrom(firmlyWritten);
    },
    /** Goes on where the execution before this one was. */
    resume(written: number): void {
      firmlyWritten = written;
      followFrom(written);
    },
    /** Whether the book has all of the run, firmly, and no write is under way. */
    get isUpToDate(): boolean {
      return !writing && firmlyWritten === run.state.revision;
    },
    /** The number of the last entry that the book has firmly. */
    get written(): number {
      return firmlyWritten;
    },
    /** The run is not this workflow's: it has done nothing, and leaves nothing behind. */
    get isDuplicate(): boolean {
      return duplicate;
    },
    /** Resolves once the book knows all of a run that is closed. */
    async complete(): Promise<void> {
      while (!duplicate && run.state.revision > firmlyWritten) await writeFirmly().catch(unlessTaken);
    },
  };
}

/** The correlation id of the newest command among these entries. */
function askedUnder(entries: readonly RunEntry[]): string | undefined {
  const asked = entries.findLast(({ detail }) => typeof detail?.correlationId === 'string');
  return asked?.detail?.correlationId as string | undefined;
}

function unlessTaken(failure: unknown): void {
  if (!(failure instanceof ApplicationFailure && failure.type === 'IDEMPOTENCY_CONFLICT')) throw failure;
}
