import type { OrderEvent } from '@waybill/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createJournal } from '../src/order/journal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an entry is shown at once, and those that come with it together, without waiting', async () => {
  const { write, shown } = await aJournal();

  await write(1, 2, 3);
  expect(shown()).toEqual([[1], [1, 2, 3]]);

  await vi.advanceTimersByTimeAsync(500);
  await write(4);
  expect(shown().at(-1)).toEqual([1, 2, 3, 4]);
});

test('entries that came before a failure are shown with it', async () => {
  const { journal, write, fail, shown } = await aJournal();
  const fault = new Error('No response');

  await write(1, 2);
  await fail(fault);

  expect(shown().at(-1)).toEqual([1, 2]);
  expect(journal.get().error).toBe(fault);
});

test('of a journal without end the newest 5,000 are kept', async () => {
  const { journal, write } = await aJournal();

  await write(...Array.from({ length: 5_002 }, (_, at) => at + 1));
  await vi.advanceTimersByTimeAsync(16);

  expect(journal.get().entries).toHaveLength(5_000);
  expect(journal.get().entries.at(-1)?.seq).toBe(5_002);
});

test('a journal that was left shows nothing more', async () => {
  const { journal, write, shown } = await aJournal();
  await write(1);

  journal.close();
  await write(2);

  expect(shown()).toEqual([[1]]);
});

/** A journal under the test's clock, what is written to it, and what it has shown by number, one list for each time. */
async function aJournal() {
  const stream = new TransformStream<OrderEvent, OrderEvent>(undefined, { highWaterMark: 10_000 });
  const writer = stream.writable.getWriter();
  const journal = createJournal(() => stream.readable.values(), Date.now);
  const shown: number[][] = [];
  journal.subscribe(() => shown.push(journal.get().entries.map(({ seq }) => seq)));
  journal.open();
  const settled = () => vi.advanceTimersByTimeAsync(0);
  return {
    journal,
    shown: () => shown,
    write: async (...seqs: number[]) => {
      for (const seq of seqs) void writer.write({ seq } as OrderEvent);
      await settled();
    },
    fail: async (fault: Error) => {
      await writer.abort(fault);
      await settled();
    },
  };
}
