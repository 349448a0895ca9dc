import { type OrderFilter, type OrderSort, orderSorts, PageRequest } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';
import { walk } from '../support/walk.ts';

const hours = 60 * 60 * 1000;
const at = (hour: number, ms = 0) => new Date(Date.UTC(2026, 0, 1) + hour * hours + ms).toISOString();

/** How long after its creation an order was updated; by a clock that is behind, before it. */
const untilUpdate = [-1, 0, 1, 24, 25, 60];
const booked = [0, 24, 48, 72].flatMap((created) =>
  untilUpdate.map((until) => ({
    orderId: `ORD-${created}-${until}`,
    createdAt: at(created),
    updatedAt: at(created + until),
  })),
);
type Order = (typeof booked)[number];

const times = [at(0), at(24), at(24, 1), at(48), at(72, 1), at(96)];
const ranges = times.flatMap((from) => times.flatMap((to): [string, string][] => (from < to ? [[from, to]] : [])));

export const timeRanges = (open: () => Promise<TestBook>) =>
  describe('lists of a range of times', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      for (const order of booked) await testBook.book.record(aWrite(order));
      return () => testBook.opened.close();
    }, opening);

    const listed = (orderBy: OrderSort, filter: OrderFilter) => {
      const page = (asked: object) => testBook.book.page(PageRequest.parse({ orderBy, filter, ...asked }));
      return Promise.all([
        walk((after) => page({ first: 5, ...(after ? { after } : {}) }), 'forwards'),
        walk((before) => page({ last: 5, ...(before ? { before } : {}) }), 'backwards'),
      ]);
    };

    const sortedBy = (key: (order: Order) => string, orders: Order[]) =>
      orders
        .toSorted((a, b) => (key(a) < key(b) || (key(a) === key(b) && a.orderId < b.orderId) ? 1 : -1))
        .map(({ orderId }) => orderId);

    test.each(ranges)('created from %s to %s are all listed by update, both ways', async (from, to) => {
      const those = booked.filter(({ createdAt }) => createdAt >= from && createdAt < to);
      const list = sortedBy(({ updatedAt }) => updatedAt, those);

      expect(await listed('RECENTLY_UPDATED', { createdFrom: from, createdTo: to })).toEqual([list, list]);
    });

    test.each([
      ['the year 1', '0001-01-01T00:00:00.000Z'],
      ['the year 9999', '9999-12-31T23:59:59.999Z'],
    ])('%s is a limit of each range', async (_, time) => {
      for (const orderBy of orderSorts)
        for (const limit of ['createdFrom', 'createdTo', 'updatedFrom', 'updatedTo'] as const) {
          const isAll = limit.endsWith('From') === time.startsWith('0001');
          const [forwards, backwards] = await listed(orderBy, { [limit]: time });
          expect([orderBy, limit, forwards.length, backwards.length]).toEqual([
            orderBy,
            limit,
            ...(isAll ? [booked.length, booked.length] : [0, 0]),
          ]);
        }
    });

    test.each(ranges)('updated from %s to %s are all listed by age, both ways', async (from, to) => {
      const those = booked.filter(({ updatedAt }) => updatedAt >= from && updatedAt < to);
      const list = sortedBy(({ createdAt }) => createdAt, those);

      const filter = { updatedFrom: from, updatedTo: to };
      expect(await listed('NEWEST', filter)).toEqual([list, list]);
      expect(await listed('OLDEST', filter)).toEqual([list.toReversed(), list.toReversed()]);
    });

    test.each(ranges)('updated from %s to %s are all listed by deadline, both ways', async (from, to) => {
      const those = booked.filter(({ updatedAt }) => updatedAt >= from && updatedAt < to);
      const newestFirst = those.toSorted((a, b) =>
        a.createdAt === b.createdAt ? (a.orderId < b.orderId ? -1 : 1) : a.createdAt < b.createdAt ? 1 : -1,
      );
      const list = newestFirst.map(({ orderId }) => orderId);

      expect(await listed('DEADLINE', { updatedFrom: from, updatedTo: to })).toEqual([list, list]);
    });
  });
