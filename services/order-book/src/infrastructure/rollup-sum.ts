import type { OrderFilter, OrderSort } from '@waybill/contracts';
import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { type BucketRange, bucketsIn, type Span } from '../domain/buckets.ts';
import { type Rollup, rollupWidths } from '../domain/rollup.ts';
import { anyOf, whereGiven } from './conditions.ts';
import { currencyOf, matching } from './filter.ts';
import { orderRollups, orders } from './tables.ts';

/**
 * How many orders a list has: closed ones by whole ranges, closed ones at the ends of its span, and open ones.
 *
 * It saves counting a million orders, which takes up to 450 ms (`npm run bench -- book lists 5 1000000`); without exact totals
 * in the API, it is not needed.
 */
export function rolledUpTotal(rollup: Rollup, filter: OrderFilter, sort: OrderSort): SQL {
  const { whole, ends } = bucketsIn(rollup.span, rollupWidths[rollup.axis]);
  const listed = matching(filter, sort);
  const parts = [
    countOf(and(listed, isNull(orders.closedAt))),
    ...ends.map((end) => countOf(and(listed, isNotNull(orders.closedAt), isIn(rollup.axis, end)))),
    ...(whole.length > 0 ? [sumOf(rollup, whole, alike(filter, sort))] : []),
  ];
  return sql`select (${sql.join(parts, sql` + `)})::float8 as total`;
}

const countOf = (condition: SQL | undefined): SQL => sql`(select count(*) from ${orders} where ${condition})`;

/** The ends of a span have a range of an index; amounts have no ends, because their narrowest range is one amount. */
function isIn(axis: Rollup['axis'], { from, to }: Span): SQL {
  const column = axis === 'updated' ? orders.updatedAt : orders.createdAt;
  return sql`${column} >= ${new Date(from)} and ${column} < ${new Date(to)}`;
}

/** No bucket has a number beyond it. */
const mostNumber = Number.MAX_SAFE_INTEGER;

/** Each range of buckets is a range of the primary key. */
function sumOf({ axis, name }: Rollup, whole: BucketRange[], condition: SQL | undefined): SQL {
  const scope = name === undefined ? sql`''::bytea` : sha256Of(name);
  const list = (numbers: number[]) => sql`${sql.param(numbers)}::bigint[]`;
  const [width, first, last] = [
    list(whole.map((range) => range.width)),
    list(whole.map((range) => Math.max(range.first, -mostNumber))),
    list(whole.map((range) => Math.min(range.last, mostNumber))),
  ];
  const each = and(
    eq(orderRollups.axis, axis),
    sql`${orderRollups.scope} = ${scope} and ${orderRollups.width} = ranges.width`,
    sql`${orderRollups.bucket} between ranges.first and ranges.last`,
    condition,
  );
  return sql`(select coalesce(sum(one.count), 0) from unnest(${width}, ${first}, ${last}) as ranges (width, first, last)
    cross join lateral (select sum(${orderRollups.count}) as count from ${orderRollups} where ${each}) as one)`;
}

/** The condition that a list sets on each row of counts. */
function alike(filter: OrderFilter, sort: OrderSort): SQL | undefined {
  const { status, attention, health, currencyCode, plan } = orderRollups;
  const isNeeded = sql`(${status} = 'AWAITING_APPROVAL' or ${attention} not in ('', 'RETRYING'))`;
  return and(
    whereGiven(filter.status, (ones) => anyOf(status, ones)),
    whereGiven(filter.needsAttention, (wanted) => sql`${isNeeded} = ${wanted}`),
    whereGiven(filter.health, (ones) => anyOf(health, ones)),
    whereGiven(currencyOf(filter, sort), (code) => eq(currencyCode, code)),
    whereGiven(filter.plan, (wanted) => eq(plan, wanted)),
  );
}

export const sha256Of = (text: string): SQL => sql`sha256(convert_to(${text}::text, 'UTF8'))`;
