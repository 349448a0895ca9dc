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
  });
