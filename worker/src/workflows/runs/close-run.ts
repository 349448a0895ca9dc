import { ApplicationFailure } from '@temporalio/workflow';
import type { RunFailure, RunOutcome } from '@waybill/contracts/domain';
import type { RunBook } from './book/run-book.ts';
import type { RunRecord } from './state/run-record.ts';

/** Appends the last entry, and waits until the book has it. Throws the fault, so that the workflow fails for an engineer. */
export async function closeRun(
  record: RunRecord,
  book: Pick<RunBook, 'complete'>,
  fault: RunFailure | undefined,
): Promise<RunOutcome> {
  record.close();
  await book.complete();
  if (fault) throw ApplicationFailure.nonRetryable(fault.message, fault.code);
  return record.outcome();
}
