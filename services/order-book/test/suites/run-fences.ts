import { beforeAll, describe, expect, test } from 'vitest';
import { aRun, aRunWrite, runEntries } from '../support/runs.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;

export const runFences = (open: () => Promise<TestBook>) =>
  describe('a run with a new writer', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    /** A write that an execution has left at this second. */
    const left = (runId: string, execution: string, second: number, given: Parameters<typeof aRun>[1]) => ({
      ...aRunWrite({ ...aRun(runId, given), updatedAt: at(second) }),
      execution,
    });
    const end = { status: 'COMPLETED', closedAt: at(9) } as const;

    test('refuses the last write of the former writer, and is closed by the new one', async () => {
      const { runs } = testBook;
      await runs.record(aRunWrite(aRun('RUN-taken', { revision: 2, status: 'RUNNING' })));

      const taken = await runs.takeOver('RUN-taken', { epoch: 1 });
      const late = runs.record({ ...aRunWrite(aRun('RUN-taken', { revision: 3, ...end })), firm: true });
      await expect(late).rejects.toMatchObject({ code: 'TAKEN_OVER' });
      const closing = aRun('RUN-taken', { revision: 3, status: 'FAILED', closedAt: at(9) });
      await runs.record({ ...aRunWrite(closing), firm: true, epoch: 1 });

      expect(taken).toMatchObject({ epoch: 1, run: { revision: 2, status: 'RUNNING' } });
      expect(await runs.find('RUN-taken')).toMatchObject({ epoch: 1, run: { revision: 3, status: 'FAILED' } });
    });

    test('is taken over by the highest epoch, however often that is repeated', async () => {
      const { runs } = testBook;
      await runs.record(aRunWrite(aRun('RUN-passed-on', { revision: 1 })));
      await runs.takeOver('RUN-passed-on', { epoch: 2 });

      const again = await runs.takeOver('RUN-passed-on', { epoch: 2 });

      const lower = runs.takeOver('RUN-passed-on', { epoch: 1 });
      await expect(lower).rejects.toMatchObject({ code: 'TAKEN_OVER' });
      await expect(runs.takeOver('RUN-nobody', { epoch: 1 })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
      expect(again).toMatchObject({ epoch: 2, run: { revision: 1 } });
    });

    test('refuses late writes of an earlier execution, even if the new one has fewer entries', async () => {
      const { runs } = testBook;
      await runs.record(left('RUN-reset', 'first', 1, { revision: 4, status: 'RUNNING' }));
      await runs.record(left('RUN-reset', 'second', 3, { revision: 2, status: 'RUNNING' }));

      const late = runs.record({ ...left('RUN-reset', 'first', 2, { revision: 6, ...end }), firm: true });

      await expect(late).rejects.toMatchObject({ code: 'TAKEN_OVER' });
      expect(await runs.find('RUN-reset')).toMatchObject({ run: { revision: 4, status: 'RUNNING' } });
      expect((await runs.journal('RUN-reset', {})).entries).toHaveLength(4);
    });

    test('accepts late writes of one execution, and the first writes of the next', async () => {
      const { runs } = testBook;
      await runs.record(left('RUN-goes-on', 'first', 2, { revision: 3, status: 'RUNNING' }));

      const behind = await runs.record({
        ...left('RUN-goes-on', 'first', 1, { revision: 2, status: 'RUNNING' }),
        entries: runEntries(1, 2),
      });
      const next = await runs.record(left('RUN-goes-on', 'second', 2, { revision: 4, status: 'RUNNING' }));
      const untold = await runs.record(aRunWrite(aRun('RUN-goes-on', { revision: 5, ...end })));

      expect([behind, next, untold].map(({ revision }) => revision)).toEqual([3, 4, 5]);
    });
  });
