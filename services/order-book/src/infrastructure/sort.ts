import type { OrderSort } from '@waybill/contracts';
import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { type Position, sortRules } from '../domain/position.ts';
import { orders } from './tables.ts';

type Row = typeof orders.$inferSelect;

const sortKeys = {
  age: { column: orders.createdAt, type: 'timestamptz', of: (row: Row) => row.createdAt.toISOString() },
  total: { column: orders.totalMinor, type: 'bigint', of: (row: Row) => row.totalMinor },
  update: { column: orders.updatedAt, type: 'timestamptz', of: (row: Row) => row.updatedAt.toISOString() },
  deadline: { column: orders.queueKey, type: 'text', of: (row: Row) => row.queueKey },
};

const keyOf = (sort: OrderSort) => sortKeys[sortRules[sort].by];

/** Key and id run in the same direction, so that one index serves a list both ways. */
const inDirection = (sort: OrderSort, descending: boolean): SQL[] =>
  [keyOf(sort).column, orders.orderId].map((column) => (descending ? desc(column) : asc(column)));

export const sorted = (sort: OrderSort) => inDirection(sort, sortRules[sort].descending);
export const sortedBackwards = (sort: OrderSort) => inDirection(sort, !sortRules[sort].descending);

export const positionOf = (sort: OrderSort, row: Row): Position => ({
  key: keyOf(sort).of(row),
  id: row.orderId,
});

/** Further down the list than this position. */
export const after = (sort: OrderSort, position: Position) => compare(sort, position, { rising: '>', falling: '<' });

/** This position, or further down. */
export const from = (sort: OrderSort, position: Position) => compare(sort, position, { rising: '>=', falling: '<=' });

/** Further up the list than this position. */
export const before = (sort: OrderSort, position: Position) => compare(sort, position, { rising: '<', falling: '>' });

/** This position, or further up. */
export const upTo = (sort: OrderSort, position: Position) => compare(sort, position, { rising: '<=', falling: '>=' });

function compare(sort: OrderSort, { key, id }: Position, sign: { rising: string; falling: string }): SQL {
  const { descending } = sortRules[sort];
  const { column, type } = keyOf(sort);
  const place = sql`(${column}, ${orders.orderId})`;
  return sql`${place} ${sql.raw(descending ? sign.falling : sign.rising)} (${key}::${sql.raw(type)}, ${id}::text)`;
}
