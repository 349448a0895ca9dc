import { FullJournalQuery } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { aWrite, entries } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const second = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString();

type Asked = z.input<typeof FullJournalQuery>;

export const fullJournal = (open: () => Promise<TestBook>) =>
  describe('the journal of all orders', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      const [eve] = entries(2, 2, { type: 'STEP_STARTED', at: second(2), actor: 'eve' });
      const [ada] = entries(2, 2, { type: 'STEP_FAILED', at: second(2), actor: 'ada' });
      const first = entries(1, 1, { type: 'ORDER_RECEIVED', at: second(1), actor: 'ada' });
      const last = entries(3, 3, { type: 'STEP_COMPLETED', at: second(3) });
      const behindAGap = entries(5, 5, { at: second(9) });
      for (const [orderId, middle] of [
        ['a', eve],
        ['b', ada],
      ] as const)
        await testBook.book.record(
          aWrite({ orderId, revision: 5 }, [...first, ...(middle ? [middle] : []), ...last, ...behindAGap]),
        );
      return () => testBook.opened.close();
    }, opening);

    const read = (asked: Asked) => testBook.book.fullJournal(FullJournalQuery.parse(asked));
    const listed = async (asked: Asked) =>
      (await read(asked)).entries.map(({ orderId, entry }) => `${orderId}${entry.seq}`).join(' ');

    test.each<[string, Asked, string]>([
      ['all', {}, 'b3 a3 b2 a2 b1 a1'],
      ['those of an order', { orderId: 'a' }, 'a3 a2 a1'],
      ['those of an unknown order', { orderId: 'nobody' }, ''],
      ['those of a type', { type: 'STEP_STARTED' }, 'a2'],
      ['those of several types, one of them twice', { type: 'STEP_FAILED,ORDER_RECEIVED,STEP_FAILED' }, 'b2 b1 a1'],
      ['those of no type', { type: '' }, ''],
      ['those of an actor', { actor: 'ada' }, 'b2 b1 a1'],
      ['those from a time, inclusive', { from: second(2) }, 'b3 a3 b2 a2'],
      ['those up to a time, exclusive', { to: second(2) }, 'b1 a1'],
      ['those of an actor and a type', { actor: 'ada', type: 'ORDER_RECEIVED,STEP_STARTED' }, 'b1 a1'],
      ['those of an order and a type', { orderId: 'b', type: 'STEP_FAILED' }, 'b2'],
      ['those of a type in a span', { type: 'STEP_FAILED,ORDER_RECEIVED', from: second(1), to: second(2) }, 'b1 a1'],
      [
        'those of all filters',
        { orderId: 'b', type: 'STEP_FAILED', actor: 'ada', from: second(2), to: second(3) },
        'b2',
      ],
    ])('%s are listed newest first', async (_, asked, list) => {
      expect(await listed(asked)).toBe(list);
    });

    test.each<Asked>([{}, { type: 'STEP_COMPLETED,ORDER_RECEIVED,STEP_FAILED' }, { actor: 'ada' }])(
      'reading %j page by page lists the same as one page',
      async (asked) => {
        const walked: string[] = [];
        for (let after: string | undefined, more = true; more; ) {
          const page = await read({ ...asked, first: '1', after });
          walked.push(...page.entries.map(({ orderId, entry }) => `${orderId}${entry.seq}`));
          after = page.entries.at(-1)?.cursor;
          more = page.hasNextPage;
        }

        expect(walked.join(' ')).toBe(await listed(asked));
      },
    );

    test.each([
      ['nothing', ''],
      ['no JSON', 'nonsense'],
      ['a cursor of a list', Buffer.from('["age","2026-01-01T00:00:00.000Z","a"]').toString('base64url')],
      ['a cursor without a number', Buffer.from('["journal","2026-01-01T00:00:00.000Z","a"]').toString('base64url')],
    ])('%s is not a cursor of it', async (_, after) => {
      await expect(read({ after })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });

    test('a text that the database cannot hold is refused by name', async () => {
      await expect(read({ actor: String.fromCharCode(0) })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    });
  });
