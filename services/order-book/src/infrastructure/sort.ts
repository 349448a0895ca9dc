import type { OrderSort } from '@waybill/contracts';
import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { type Position, sortRules } from '../domain/position.ts';
import { orders } from './tables.ts';

const keyOf = (sort: OrderSort) => (sortRules[sort].by === 'age' ? orders.createdAt : orders.totalMinor);

/** Key and id run in the same direction, so that one index serves a list both ways. */
const inDirection = (sort: OrderSort, descending: boolean): SQL[] =>
  [keyOf(sort), orders.orderId].map((column) => (descending ? desc(column) : asc(column)));

export const sorted = (sort: OrderSort) => inDirection(sort, sortRules[sort].descending);
export const sortedBackwards = (sort: OrderSort) => inDirection(sort, !sortRules[sort].descending);

export const positionOf = (sort: OrderSort, row: typeof orders.$inferSelect): Position => ({
  key: sortRules[sort].by === 'age' ? row.createdAt.toISOString() : row.totalMinor,
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
  const { by, descending } = sortRules[sort];
  const place = sql`(${keyOf(sort)}, ${orders.orderId})`;
  const type = sql.raw(by === 'age' ? 'timestamptz' : 'bigint');
  return sql`${place} ${sql.raw(descending ? sign.falling : sign.rising)} (${key}::${type}, ${id}::text)`;
}
