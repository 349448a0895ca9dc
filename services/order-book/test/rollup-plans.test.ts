import type { OrderFilter } from '@waybill/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counting } from '../src/infrastructure/total-count.ts';
import { addOrders } from './support/many.ts';
import { aWrite } from './support/orders.ts';
import { planOf } from './support/plans.ts';
import { opening, openTestBook, type TestBook } from './support/test-book.ts';

let testBook: TestBook;
beforeAll(async () => {
  testBook = await openTestBook();
  await testBook.book.record(aWrite({ orderId: 'o-1', status: 'SHIPPED', closedAt: '2026-01-02T00:00:00.000Z' }));
  await addOrders(testBook, 'o-1', 2_000);
}, opening);
afterAll(() => testBook.opened.close());

test.each<OrderFilter>([
  { health: ['OK'] },
  { sku: 'LAPTOP', status: ['SHIPPED'] },
  { minTotalMinor: 5_000, maxTotalMinor: 6_000 },
  { customerId: 'c-7', plan: 'AUTHORIZE_FIRST' },
  { updatedTo: '2026-01-03T00:00:00.000Z' },
])('the total of a list of %j reads ranges of rollups, and the orders that are open by their index', async (filter) => {
  const plan = await planOf(testBook, counting(filter, 'NEWEST'));

  expect(plan).toContain('order_rollups_pkey');
  expect(plan).toContain('orders_open');
  expect(plan).not.toMatch(/Seq Scan|orders_(by|needing)/);
});
