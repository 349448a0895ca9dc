import type { OrderFilter, OrderSort, PageRequest as PageAsked } from '@waybill/contracts';
import { PageRequest } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite, dollars } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';
import { walk } from '../support/walk.ts';

const minute = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();

/** Two pairs share a minute, two share a total: ids tell them apart. */
const booked = [
  { orderId: 'a', createdAt: minute(1), total: dollars(10), customerId: 'ada' },
  { orderId: 'b', createdAt: minute(2), total: dollars(30), customerId: 'bob' },
  { orderId: 'c', createdAt: minute(2), total: dollars(20), customerId: 'ada' },
  { orderId: 'd', createdAt: minute(3), total: dollars(20), customerId: 'bob', status: 'AWAITING_APPROVAL' },
  { orderId: 'e', createdAt: minute(4), total: { amountMinor: 9_000, currencyCode: 'JPY' }, customerId: 'ada' },
  { orderId: 'f', createdAt: minute(4), total: dollars(40), customerId: 'ada', status: 'SHIPPED' },
] as const;

export const pages = (open: () => Promise<TestBook>) =>
  describe('pages', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      for (const order of booked) await testBook.book.record(aWrite(order));
      await testBook.book.attend('a', { attention: 'STUCK' });
      return () => testBook.opened.close();
    }, opening);

    const page = (asked: PageAsked) => testBook.book.page(PageRequest.parse(asked));
    const idsOf = async (asked: PageAsked) =>
      (await page(asked)).edges.map(({ booked: { order } }) => order.orderId).join('');

    test.each<[OrderSort, string]>([
      ['NEWEST', 'fedcba'],
      ['OLDEST', 'abcdef'],
      ['TOTAL_HIGH', 'fbdca'],
      ['TOTAL_LOW', 'acdbf'],
    ])('%s lists %s, and the same backwards', async (orderBy, list) => {
      const forwards = await walk((after) => page({ orderBy, first: 2, ...(after ? { after } : {}) }), 'forwards');
      const backwards = await walk((before) => page({ orderBy, last: 2, ...(before ? { before } : {}) }), 'backwards');

      expect([forwards.join(''), backwards.join('')]).toEqual([list, list]);
    });

    test.each<[string, OrderFilter, string]>([
      ['of a status', { status: ['SHIPPED', 'AWAITING_APPROVAL'] }, 'fd'],
      ['of no status', { status: [] }, ''],
      ['of a customer', { customerId: 'bob' }, 'db'],
      ['of a currency', { currencyCode: 'JPY' }, 'e'],
      ['from a total, in dollars, inclusive', { minTotalMinor: 3_000 }, 'fb'],
      ['up to a total, in dollars, inclusive', { maxTotalMinor: 1_000 }, 'a'],
      ['up to a total in a currency', { maxTotalMinor: 9_000, currencyCode: 'JPY' }, 'e'],
      ['from a time inclusive to a time exclusive', { createdFrom: minute(2), createdTo: minute(4) }, 'dcb'],
      ['that need attention', { needsAttention: true }, 'da'],
      ['that need none', { needsAttention: false }, 'fecb'],
    ])('a list of orders %s has only those', async (_, filter, list) => {
      const { totalCount } = await page({ filter, countTotal: true });

      expect(await idsOf({ filter })).toBe(list);
      expect(totalCount).toBe(list.length);
    });

    test('a page reports whether there is more before and after it', async () => {
      const first = await page({ first: 2 });
      const second = await page({ first: 2, after: first.edges[1]?.cursor ?? '' });
      const last = await page({ last: 2 });

      const sides = [first, second, last].map(({ hasPreviousPage, hasNextPage }) => [hasPreviousPage, hasNextPage]);
      expect(sides).toEqual([
        [false, true],
        [true, true],
        [true, false],
      ]);
    });

    test('a page that begins right after the first order, or ends right before the last, has one order beside it', async () => {
      const { edges } = await page({});

      const afterFirst = await page({ first: 20, after: edges[0]?.cursor ?? '' });
      const beforeLast = await page({ last: 20, before: edges.at(-1)?.cursor ?? '' });

      const sides = [afterFirst, beforeLast].map(({ hasPreviousPage, hasNextPage }) => [hasPreviousPage, hasNextPage]);
      expect(sides).toEqual([
        [true, false],
        [false, true],
      ]);
    });

    test('a page between two cursors holds what is between them', async () => {
      const [f, , , c] = (await page({})).edges;

      const between = await idsOf({ after: f?.cursor ?? '', before: c?.cursor ?? '' });

      expect(between).toBe('ed');
    });

    test.each(['', 'nonsense', 'WyJ0b3RhbCIsMSwiYSJd'])(
      'the cursor %j, which belongs to no list by age, is refused',
      async (after) => {
        await expect(page({ after })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
      },
    );

    test('a list that is read page by page while orders arrive skips none and repeats none', async () => {
      const { book } = testBook;
      let added = 0;

      const walked = await walk(async (after) => {
        added += 1;
        await book.record(aWrite({ orderId: `x${added}`, createdAt: minute(2), customerId: 'new' }));
        await book.record(aWrite({ orderId: `z${added}`, createdAt: minute(9), customerId: 'new' }));
        return page({ first: 2, ...(after ? { after } : {}) });
      }, 'forwards');

      expect(new Set(walked).size).toBe(walked.length);
      expect(walked.filter((id) => id.length === 1).join('')).toBe('fedcba');
    });

    test('a page and the changes after its cursor are complete', async () => {
      const { book } = testBook;
      const writing = Promise.all(
        Array.from({ length: 30 }, (_, at) => book.record(aWrite({ orderId: `w${at}`, customerId: 'racing' }))),
      );

      const { edges, changesCursor } = await page({ filter: { customerId: 'racing' }, first: 100 });
      await writing;
      const { changes } = await book.changes({ after: changesCursor, waitMs: 0, signal: new AbortController().signal });

      const seen = [...edges, ...changes].map(({ booked: { order } }) => order.orderId);
      expect(seen).toHaveLength(30);
      expect(new Set(seen).size).toBe(30);
    });
  });
