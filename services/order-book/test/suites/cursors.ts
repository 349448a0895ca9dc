import { FullJournalQuery, PageRequest, RunPageRequest } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite } from '../support/orders.ts';
import { aRun, aRunWrite } from '../support/runs.ts';
import { opening, type TestBook } from '../support/test-book.ts';

type List = (
  testBook: TestBook,
  after?: string,
) => Promise<{ edges?: { cursor: string }[]; entries?: { cursor: string }[] }>;

const orders =
  (orderBy: PageRequest['orderBy']): List =>
  ({ book }, after) =>
    book.page(PageRequest.parse({ filter: {}, first: 1, ...(orderBy && { orderBy }), ...(after && { after }) }));

const lists: Record<string, List> = {
  'orders by age': orders('NEWEST'),
  'orders by total': orders('TOTAL_HIGH'),
  'orders by update': orders('RECENTLY_UPDATED'),
  'orders by deadline': orders('DEADLINE'),
  runs: ({ runs }, after) => runs.page(RunPageRequest.parse({ filter: {}, first: 1, ...(after && { after }) })),
  'the journal of all orders': ({ book }, after) =>
    book.fullJournal(FullJournalQuery.parse({ first: '1', ...(after && { after }) })),
};
const names = Object.keys(lists);

/** Each list with a cursor that anybody can write: its name, and its other parts for a key and an id. */
const forms: Record<string, (key: unknown, id: unknown) => unknown[]> = {
  'orders by age': (key, id) => ['age', key, id],
  'orders by total': (key, id) => ['total', key === newest ? 1 : key, id],
  'orders by update': (key, id) => ['update', key, id],
  'orders by deadline': (key, id) => ['deadline', key, id],
  runs: (key, id) => ['runs', key, id],
  'the journal of all orders': (key, id) => ['journal', key, id, 1],
};
const newest = '2026-01-01T00:00:00.000Z';

/** Values that a database cannot store or compare, or that no cursor of ours has. */
const unusable: Record<string, { key?: unknown; id?: unknown }> = {
  'the year 0': { key: '0000-01-01T00:00:00.000Z' },
  'a date beyond every calendar': { key: '+275760-09-13T00:00:00.001Z' },
  'a time of too many digits': { key: `2026-01-01T00:00:00.${'1'.repeat(300)}Z` },
  'a day that no month has': { key: '2026-02-30T00:00:00.000Z' },
  'a NUL in its key': { key: 'a\0b' },
  'half a character in its key': { key: '\ud800' },
  'a number beyond bigint': { key: 1e300 },
  'a fraction': { key: 1.5 },
  'a key of another type': { key: [null] },
  'a NUL in its id': { id: 'a\0b' },
  'half a character in its id': { id: 'a\udfff' },
  'an id of another type': { id: { $gt: '' } },
};

export const cursors = (open: () => Promise<TestBook>) =>
  describe('cursors', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      await testBook.book.record(aWrite({ orderId: 'ORD-1' }));
      await testBook.runs.record(aRunWrite(aRun('RUN-1', {})));
      return () => testBook.opened.close();
    }, opening);

    const read = async (list: string, after?: string) => {
      const { edges = [], entries = [] } = (await lists[list]?.(testBook, after)) ?? {};
      return [...edges, ...entries];
    };

    test.each(names.flatMap((from) => names.map((to) => [from, to] as const)))(
      'a cursor of %s is refused by %s',
      async (from, to) => {
        const [{ cursor = '' } = {}] = await read(from);
        const rest = read(to, cursor);

        if (from === to) expect(await rest).toEqual([]);
        else await expect(rest).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
      },
    );

    test.each(names.flatMap((list) => Object.keys(unusable).map((what) => [list, what] as const)))(
      'a cursor of %s with %s is refused as every other wrong one',
      async (list, what) => {
        const { key = newest, id = 'ORD-1' } = unusable[what] ?? {};
        const written = JSON.stringify(forms[list]?.(key, id));
        const cursor = Buffer.from(written).toString('base64url');

        await expect(read(list, cursor)).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
      },
    );

    test.each(names)('a cursor of %s with an id of any length is a position in it', async (list) => {
      const written = JSON.stringify(forms[list]?.(newest, 'x'.repeat(300_000)));

      expect(await read(list, Buffer.from(written).toString('base64url'))).toEqual(expect.any(Array));
    });
  });
