import { ActivityFailure, ApplicationFailure, RetryState } from '@temporalio/common';
import { expect, test } from 'vitest';
import { FirmWriter } from '../src/workflows/shared/book/firm-writer.ts';

const refusal = (code: string) => {
  const cause = ApplicationFailure.nonRetryable('It was refused', code);
  return new ActivityFailure('Activity task failed', 'recordRun', '1', RetryState.NON_RETRYABLE_FAILURE, 'w', cause);
};

/** A writer of three entries, and what it asks the book to write. */
function writerTo(write: () => Promise<{ revision: number }>) {
  const asked: number[] = [];
  const writer = new FirmWriter({
    revision: () => 3,
    write: (after) => {
      asked.push(after);
      return write();
    },
  });
  return { asked, writer };
}

test('a change that the book refuses keeps no standing order from continuing as new, and is written again', async () => {
  const { asked, writer } = writerTo(() => Promise.reject(refusal('INVALID_REQUEST')));
  writer.resume(2);

  await writer.writeChanges();

  expect(writer.isUpToDate).toBe(true);
  expect(writer.written).toBe(2);
  await expect(writer.complete()).rejects.toThrow('Activity task failed');
  expect(asked).toEqual([2, 2]);
});

test('a run that was taken over does not continue as new', async () => {
  const { writer } = writerTo(() => Promise.reject(refusal('TAKEN_OVER')));

  await writer.writeChanges();

  expect(writer.isUpToDate).toBe(false);
  expect(writer.isDuplicate).toBe(true);
});
