import { type OrderFilter, type OrderSort, orderSorts } from '@waybill/contracts';
import { and } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matching } from '../src/infrastructure/filter.ts';
import { partsOf } from '../src/infrastructure/list-parts.ts';
import { listing } from '../src/infrastructure/pages.ts';
import { after, sorted, sortedBackwards } from '../src/infrastructure/sort.ts';
import { counting } from '../src/infrastructure/total-count.ts';
import { addOrders } from './support/many.ts';
import { aWrite } from './support/orders.ts';
import { planOf } from './support/plans.ts';
import { opening, openTestBook, type TestBook } from './support/test-book.ts';

let testBook: TestBook;
beforeAll(async () => {
  testBook = await openTestBook();
  await testBook.book.record(aWrite({ orderId: 'o-1' }));
  await addOrders(testBook, 'o-1', 10_000);
}, opening);
afterAll(() => testBook.opened.close());

const filters: OrderFilter[] = [
  {},
  { status: ['AWAITING_APPROVAL'] },
  { customerId: 'c-7' },
  { minTotalMinor: 5_000, maxTotalMinor: 6_000 },
  { createdFrom: '2026-01-02T00:00:00.000Z', createdTo: '2026-01-03T00:00:00.000Z' },
  { needsAttention: true },
  { health: ['RETRYING', 'STUCK'] },
  { idPrefix: 'many-77' },
  { sku: 'NONE' },
  { updatedFrom: '2026-01-02T00:00:00.000Z', updatedTo: '2026-01-02T01:00:00.000Z' },
  { plan: 'RESERVE_FIRST' },
];
const day = (nth: number) => new Date(Date.UTC(2026, 0, nth)).toISOString();
const lists = orderSorts.flatMap((sort) => filters.map((filter): [OrderSort, OrderFilter] => [sort, filter]));

test.each(lists)('of 10,000 orders, %s of %j is listed by an index', async (sort, filter) => {
  const plan = await planOf(testBook, listing(testBook.opened.db, [matching(filter, sort)], sorted(sort), 21).getSQL());

  expect(plan).not.toContain('Seq Scan');
  expect(plan).toContain('orders_');
});

test('by deadline, a span of ages is a range of the keys of those that do not wait', async () => {
  const span = { createdFrom: '2026-01-02T00:00:00.000Z', createdTo: '2026-01-03T00:00:00.000Z' };
  const [waiting, others] = partsOf(span, 'DEADLINE');

  for (const part of [waiting, others]) {
    const condition = and(matching(span, 'DEADLINE'), part);
    const plan = await planOf(testBook, listing(testBook.opened.db, [condition], sorted('DEADLINE'), 21).getSQL());
    expect(plan).toMatch(/Index Cond: .*queue_key/);
  }
});

test('by deadline, a span of updates is a range of keys too, but of the few that are updated late', async () => {
  const span = { updatedFrom: day(2), updatedTo: day(6) };
  const parts = partsOf(span, 'DEADLINE').map((part) => and(matching(span, 'DEADLINE'), part));

  for (const order of [sorted('DEADLINE'), sortedBackwards('DEADLINE')]) {
    const plan = await planOf(testBook, listing(testBook.opened.db, parts, order, 21).getSQL());
    expect(plan).toMatch(/Index Cond: .*queue_key <= .*queue_key > /);
    expect(plan).toContain('orders_of_later_update_by_queue');
    expect(plan).not.toContain('Seq Scan');
  }
});

test.each<[OrderSort, OrderFilter, string]>([
  ['RECENTLY_UPDATED', { createdFrom: day(1), createdTo: day(5) }, 'updated_at'],
  ['NEWEST', { updatedFrom: day(2), updatedTo: day(6) }, 'created_at'],
  ['OLDEST', { updatedFrom: day(2), updatedTo: day(6) }, 'created_at'],
])('%s with the range of times %j is a range of keys, both ways', async (sort, filter, key) => {
  const parts = partsOf(filter, sort).map((part) => and(matching(filter, sort), part));

  for (const order of [sorted(sort), sortedBackwards(sort)]) {
    const plan = await planOf(testBook, listing(testBook.opened.db, parts, order, 21).getSQL());
    expect(plan).toMatch(new RegExp(`Index Cond: .*${key} >= .*${key} < `));
    expect(plan).toMatch(/orders_(by_later_update|of_later_update_by_age)/);
    expect(plan).not.toContain('Seq Scan');
  }
});

test.each<[OrderSort, string, string | number]>([
  ['NEWEST', 'orders_by_age', '2026-01-02T00:00:00.000Z'],
  ['OLDEST', 'orders_by_age', '2026-01-02T00:00:00.000Z'],
  ['RECENTLY_UPDATED', 'orders_by_update', '2026-01-02T00:00:00.000Z'],
  ['DEADLINE', 'orders_by_queue', 'N'],
])('a page of %s after a cursor is a range of %s, both ways', async (sort, index, key) => {
  const beyond = and(matching({}, sort), after(sort, { key, id: 'many-7' }));

  for (const order of [sorted(sort), sortedBackwards(sort)]) {
    const plan = await planOf(testBook, listing(testBook.opened.db, [beyond], order, 21).getSQL());
    expect(plan).toContain(index);
    expect(plan).not.toContain('Sort');
  }
});

test.each<OrderFilter>([
  {},
  { status: ['SHIPPED', 'AWAITING_APPROVAL'] },
  { customerId: 'c-7', status: ['SHIPPED'] },
  { needsAttention: true },
  { customerId: 'c-7', needsAttention: false },
])('the total of a list of %j reads counters and no orders, however it is sorted', async (filter) => {
  for (const sort of ['NEWEST', 'RECENTLY_UPDATED', 'DEADLINE'] as const) {
    const plan = await planOf(testBook, counting(filter, sort));
    expect(plan).toContain('order_counts_pkey');
    expect(plan).not.toMatch(/ on orders/);
  }
});
