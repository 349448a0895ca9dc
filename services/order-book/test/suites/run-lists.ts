import { type RunFilter, RunPageRequest } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { aPaymentRun, aRun, aRunWrite } from '../support/runs.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const minute = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();

/** Two share a minute: ids tell them apart. */
const booked = [
  aRun('RUN-a', { startedAt: minute(1) }),
  aRun('RUN-b', { startedAt: minute(2), about: 'bob', startedBy: 'mia', status: 'PAUSED' }),
  aPaymentRun('RUN-c', { startedAt: minute(2) }),
  aPaymentRun('RUN-d', { startedAt: minute(3), status: 'COMPLETED', closedAt: minute(4) }),
  aRun('RUN-e', { startedAt: minute(4), status: 'COMPLETED', closedAt: minute(4) }),
];

export const runLists = (open: () => Promise<TestBook>) =>
  describe('lists of runs', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      for (const run of booked) await testBook.runs.record(aRunWrite(run));
      return () => testBook.opened.close();
    }, opening);

    const since = (after?: string) => testBook.runs.changes({ after, waitMs: 0, signal: new AbortController().signal });
    const page = (asked: RunPageRequest) => testBook.runs.page(RunPageRequest.parse(asked));
    const idsIn = ({ edges }: Awaited<ReturnType<typeof page>>) =>
      edges.map(({ booked: { run } }) => run.runId.slice('RUN-'.length)).join('');

    test.each<[string, RunFilter, string]>([
      ['all', {}, 'edcba'],
      ['of a kind', { kind: ['PAYMENT'] }, 'dc'],
      ['of a status', { status: ['RUNNING', 'PAUSED'] }, 'cba'],
      ['of a kind and a status', { kind: ['USER_CONTEXT'], status: ['COMPLETED', 'PAUSED'] }, 'eb'],
      ['of a kind that is named twice', { kind: ['PAYMENT', 'PAYMENT'] }, 'dc'],
      ['of no kind', { kind: [] }, ''],
      ['started by somebody', { startedBy: 'mia' }, 'b'],
      ['about somebody', { about: 'bob' }, 'dcb'],
      ['about somebody, of a kind and a status', { about: 'bob', kind: ['PAYMENT'], status: ['COMPLETED'] }, 'd'],
    ])('%s', async (_, filter, list) => {
      expect(idsIn(await page({ filter }))).toBe(list);
    });

    test.each<RunFilter>([{}, { kind: ['USER_CONTEXT', 'PAYMENT'] }, { startedBy: 'ada' }])(
      'a list of %j that is read page by page skips none and repeats none',
      async (filter) => {
        const whole = idsIn(await page({ filter }));
        const walked: string[] = [];
        const sides: boolean[][] = [];
        for (let after: string | undefined; ; ) {
          const part = await page({ filter, first: 2, ...(after ? { after } : {}) });
          walked.push(idsIn(part));
          sides.push([part.hasPreviousPage, part.hasNextPage]);
          after = part.edges.at(-1)?.cursor;
          if (!part.hasNextPage) break;
        }

        expect(walked.join('')).toBe(whole);
        expect(sides.map(([before]) => before)).toEqual(sides.map((_, at) => at > 0));
      },
    );

    test('a page of a kind that is given twice has no duplicates', async () => {
      const { edges, hasNextPage } = await page({ filter: { kind: ['PAYMENT', 'PAYMENT'] }, first: 1 });

      expect([edges.length, hasNextPage]).toEqual([1, true]);
    });

    test('a cursor of another list is refused', async () => {
      await expect(page({ after: 'WyJ0b3RhbCIsMSwiYSJd' })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });

    test('several are found by id, and the open ones by position', async () => {
      const found = await testBook.runs.byIds(['RUN-a', 'RUN-c', 'RUN-x']);
      const open = await testBook.runs.openRuns({ after: 'RUN-a', first: 1 });

      expect(found.map(({ run }) => run.runId).sort()).toEqual(['RUN-a', 'RUN-c']);
      expect(open).toEqual({
        runs: [{ runId: 'RUN-b', kind: 'USER_CONTEXT', revision: 0, seq: 0, attention: null }],
        hasMore: true,
      });
    });

    test('a page and the changes after its cursor are complete', async () => {
      const { runs } = testBook;
      const writing = Promise.all(
        Array.from({ length: 30 }, (_, at) => runs.record(aRunWrite(aRun(`RUN-w${at}`, { about: 'racing' })))),
      );

      const { edges, changesCursor } = await page({ filter: { about: 'racing' }, first: 100 });
      await writing;
      const { changes } = await runs.changes({ after: changesCursor, waitMs: 0, signal: new AbortController().signal });

      const seen = [...edges, ...changes].map(({ booked: { run } }) => run.runId);
      expect(seen).toHaveLength(30);
      expect(new Set(seen).size).toBe(30);
    });

    test('a change of a run wakes readers of runs, and no reader of orders', async () => {
      const { runNotifier, notifier } = testBook.opened;
      const before = [runNotifier.notifications, notifier.notifications];

      await testBook.runs.record(aRunWrite(aRun('RUN-heard', { status: 'PAUSED' })));

      expect(runNotifier.notifications).toBeGreaterThan(before[0] ?? 0);
      expect(notifier.notifications).toBe(before[1]);
    });

    test('a run needs attention until that is cleared by a report or by a newer state', async () => {
      await testBook.runs.record(aRunWrite(aRun('RUN-stuck', { revision: 1 })));
      const { cursor } = await since();

      await testBook.runs.attend('RUN-stuck', { attention: 'STUCK' });
      const stuck = await since(cursor);
      await testBook.runs.record(aRunWrite(aRun('RUN-stuck', { revision: 2 })));
      const sound = await since(stuck.cursor);

      expect(stuck.changes).toMatchObject([{ previousAttention: null, booked: { attention: 'STUCK' } }]);
      expect(sound.changes).toMatchObject([{ previousAttention: 'STUCK', booked: { attention: null } }]);
    });

    test('a cursor that the feed has never had is refused', async () => {
      const asked = testBook.runs.changes({ after: '7.0123456789ab', waitMs: 0, signal: new AbortController().signal });

      await expect(asked).rejects.toMatchObject({ code: 'FEED_RESTORED' });
    });
  });
