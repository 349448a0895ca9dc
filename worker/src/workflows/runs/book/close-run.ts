import { ApplicationFailure } from '@temporalio/workflow';
import type { RunFailure, RunOutcome } from '@waybill/contracts/domain';
import type { RunRecord } from '../state/run-record.ts';
import type { RunBook } from './run-book.ts';

/**
 * Appends the last entry, and waits until it is in the book. Throws the fault, so that the workflow fails and an
 * engineer looks.
 */
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
