import type { OrderFilter } from '@waybill/contracts';
import { PageRequest } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { anOrder, aWrite, dollars } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const minute = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();
const running = (attempt: number) =>
  anOrder().steps.map((step, at) => (at === 0 ? { ...step, status: 'RUNNING' as const, attempt } : step));
const awaiting = (deadline: number) => ({ status: 'AWAITING_APPROVAL', approvalDeadline: minute(deadline) }) as const;
const [laptop] = anOrder().items;
const of = (sku: string) => (laptop ? [{ ...laptop, sku }] : []);

const booked = [
  { orderId: 'ORD-a', createdAt: minute(1), updatedAt: minute(9), ...awaiting(30) },
  { orderId: 'ORD-b', createdAt: minute(2), updatedAt: minute(2), steps: running(2) },
  { orderId: 'ORD%c', createdAt: minute(3), updatedAt: minute(8), ...awaiting(20) },
  { orderId: 'ORD_d', createdAt: minute(4), updatedAt: minute(4), items: [...of('PEN'), ...of('INK')] },
  { orderId: 'ORD-e', createdAt: minute(5), updatedAt: minute(5), plan: 'RESERVE_FIRST', total: dollars(1) },
  { orderId: 'ORD-f', createdAt: minute(6), updatedAt: minute(6), steps: running(5) },
  { orderId: 'ORD-g', createdAt: minute(7), updatedAt: minute(7), status: 'PROCESSING', steps: running(1) },
  { orderId: 'own-h', createdAt: minute(0), updatedAt: minute(1), status: 'PROCESSING', steps: running(1) },
] as const;

export const moreLists = (open: () => Promise<TestBook>) =>
  describe('lists for staff', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      for (const order of booked) await testBook.book.record(aWrite(structuredClone(order) as never));
      await testBook.book.attend('ORD-g', { attention: 'STUCK' });
      await testBook.book.attend('own-h', { attention: 'RETRYING' });
      return () => testBook.opened.close();
    }, opening);

    const page = (asked: PageRequest) => testBook.book.page(PageRequest.parse(asked));
    const listOf = ({ edges }: Awaited<ReturnType<typeof page>>) =>
      edges.map(({ booked: { order } }) => order.orderId.at(-1));

    test.each([
      ['RECENTLY_UPDATED', 'acgfedbh', {}],
      ['RECENTLY_UPDATED', 'acedb', { createdFrom: minute(1), createdTo: minute(6) }],
      ['RECENTLY_UPDATED', 'acdbh', { createdTo: minute(5) }],
      ['RECENTLY_UPDATED', 'acgfed', { createdFrom: minute(1), createdTo: minute(9), updatedFrom: minute(4) }],
      ['NEWEST', 'gfedc', { updatedFrom: minute(4), updatedTo: minute(9) }],
      ['OLDEST', 'hbcdefg', { updatedTo: minute(9) }],
      ['DEADLINE', 'cagfedbh', {}],
      ['DEADLINE', 'caedb', { createdFrom: minute(1), createdTo: minute(6) }],
      ['DEADLINE', 'cabh', { createdTo: minute(4) }],
      ['DEADLINE', 'gfed', { createdFrom: minute(4) }],
    ] as const)('%s lists %s, the same page by page and backwards: %j', async (orderBy, list, filter) => {
      const forwards: unknown[] = [];
      for (let after: string | undefined, more = true; more; ) {
        const read = await page({ orderBy, filter, first: 2, after });
        forwards.push(...listOf(read));
        after = read.edges.at(-1)?.cursor;
        more = read.hasNextPage;
      }
      const backwards: unknown[] = [];
      for (let before: string | undefined, more = true; more; ) {
        const read = await page({ orderBy, filter, last: 2, before });
        backwards.unshift(...listOf(read));
        before = read.edges[0]?.cursor;
        more = read.hasPreviousPage;
      }

      expect([forwards.join(''), backwards.join('')]).toEqual([list, list]);
    });

    test.each<[OrderFilter, string]>([
      [{ health: ['RETRYING'] }, 'bh'],
      [{ health: ['STUCK'] }, 'gf'],
      [{ health: ['WAITING_FOR_PERSON', 'RETRYING'] }, 'cbah'],
      [{ health: ['OK'] }, 'ed'],
      [{ needsAttention: true }, 'gca'],
      [{ needsAttention: false }, 'fedbh'],
      [{ health: [] }, ''],
      [{ idPrefix: 'ORD-' }, 'gfeba'],
      [{ idPrefix: 'ORD%' }, 'c'],
      [{ idPrefix: 'ORD_' }, 'd'],
      [{ idPrefix: 'ord-' }, ''],
      [{ sku: 'INK' }, 'd'],
      [{ sku: 'PE' }, ''],
      [{ updatedFrom: minute(5), updatedTo: minute(7) }, 'fe'],
      [{ plan: 'RESERVE_FIRST' }, 'e'],
      [{ plan: 'AUTHORIZE_FIRST', health: ['OK'], sku: 'PEN', idPrefix: 'ORD_d' }, 'd'],
    ])('the orders with %j are listed', async (filter, list) => {
      const read = await page({ filter, countTotal: true });

      expect(listOf(read).join('')).toBe(list);
      expect(read.totalCount).toBe(list.length);
    });

    test('a prefix of less than four characters is refused, and so is a cursor of another sort', async () => {
      const [newest] = (await page({})).edges;

      expect(PageRequest.safeParse({ filter: { idPrefix: 'ORD' } }).success).toBe(false);
      for (const orderBy of ['RECENTLY_UPDATED', 'DEADLINE'] as const)
        await expect(page({ orderBy, after: newest?.cursor })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });
  });
