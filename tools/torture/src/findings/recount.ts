import type { BookedOrder, OrderFilter } from '@waybill/contracts';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Invariant } from '../orders/inspection.ts';

type Order = BookedOrder['order'];
type Book = Pick<OrderBookClient, 'page' | 'counts'>;
type Condition = { name: string; filter: OrderFilter; passes: (order: Order) => boolean };

/** Counts all orders one by one, and compares the totals of lists and the counts by status, which the book keeps. */
export async function recount(book: Book): Promise<Invariant> {
  const orders = await everyOrder(book);
  const violations: string[] = [];
  const compare = (name: string, kept: number | null | undefined, counted: number) => {
    if (kept !== counted) violations.push(`${name}: the book says ${kept}, and there are ${counted}`);
  };
  for (const { name, filter, passes } of conditionsOf(orders)) {
    const { totalCount } = await book.page({ filter, first: 1, countTotal: true });
    compare(name, totalCount, orders.filter(passes).length);
  }
  const counts = await book.counts();
  compare('all orders', counts.total, orders.length);
  for (const { status, count } of counts.byStatus)
    compare(`orders ${status}`, count, orders.filter((order) => order.status === status).length);
  return { name: 'totals and counts are those of a recount', violations };
}

async function everyOrder(book: Book): Promise<Order[]> {
  const orders: Order[] = [];
  for (let after: string | undefined; ; ) {
    const { edges, hasNextPage } = await book.page({ orderBy: 'OLDEST', first: 100, ...(after ? { after } : {}) });
    orders.push(...edges.map(({ booked }) => booked.order));
    after = edges.at(-1)?.cursor;
    if (!hasNextPage) return orders;
  }
}

/** Lists by what the orders have: each status, SKU and customer, and ranges that begin in their middle. */
const conditionsOf = (orders: readonly Order[]): Condition[] => [
  { name: 'a list of all', filter: {}, passes: () => true },
  ...conditionsByValue(orders),
  ...conditionsByRange(orders),
];

function conditionsByValue(orders: readonly Order[]): Condition[] {
  const each = <Value>(valuesOf: (order: Order) => readonly Value[]) => [...new Set(orders.flatMap(valuesOf))];
  return [
    ...each(({ status }) => [status]).map((status) => ({
      name: `a list of ${status}`,
      filter: { status: [status] },
      passes: (order: Order) => order.status === status,
    })),
    ...each(({ items }) => items.map(({ sku }) => sku)).map((sku) => ({
      name: `a list with ${sku}`,
      filter: { sku },
      passes: (order: Order) => order.items.some((item) => item.sku === sku),
    })),
    ...each(({ customerId }) => [customerId]).map((customerId) => ({
      name: `a list of ${customerId}`,
      filter: { customerId },
      passes: (order: Order) => order.customerId === customerId,
    })),
  ];
}

function conditionsByRange(orders: readonly Order[]): Condition[] {
  const [created, updated] = (['createdAt', 'updatedAt'] as const).map((field) =>
    middle(orders.map((one) => one[field])),
  );
  const total = middle(orders.map((order) => order.total.amountMinor));
  const currencyCode = orders[0]?.total.currencyCode;
  return [
    ...when(created, (createdFrom) => ({
      name: 'a list from a time',
      filter: { createdFrom },
      passes: ({ createdAt }) => createdAt >= createdFrom,
    })),
    ...when(updated, (updatedFrom) => ({
      name: 'a list of updates from a time',
      filter: { updatedFrom },
      passes: ({ updatedAt }) => updatedAt >= updatedFrom,
    })),
    ...when(total, (minTotalMinor) => ({
      name: 'a list from a total',
      filter: { minTotalMinor, ...(currencyCode ? { currencyCode } : {}) },
      passes: (order) => order.total.amountMinor >= minTotalMinor && order.total.currencyCode === currencyCode,
    })),
  ];
}

const middle = <Value extends string | number>(values: readonly Value[]): Value | undefined =>
  values.toSorted((one, other) => (one < other ? -1 : 1))[Math.floor(values.length / 2)];

const when = <Value>(value: Value | undefined, conditionOf: (value: Value) => Condition): Condition[] =>
  value === undefined ? [] : [conditionOf(value)];
