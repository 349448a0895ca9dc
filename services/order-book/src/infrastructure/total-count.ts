import type { OrderFilter, OrderSort } from '@waybill/contracts';
import { type Db, rows } from '@waybill/platform';
import { and, type SQL, sql } from 'drizzle-orm';
import { sortRules } from '../domain/position.ts';
import { rollupOf } from '../domain/rollup.ts';
import { anyOf, whereGiven } from './conditions.ts';
import { matching } from './filter.ts';
import { rolledUpTotal, sha256Of } from './rollup-sum.ts';
import { orderCounts, orders } from './tables.ts';

/** How many orders a list has. */
export async function totalCount(db: Db, filter: OrderFilter, sort: OrderSort): Promise<number> {
  const [counted] = await rows<{ total: number }>(db, counting(filter, sort));
  return counted?.total ?? 0;
}

/**
 * The counters that the database keeps with each write have the total of most lists. Where a list is filtered by several
 * ranges, or by a range and a customer or SKU, it is counted, which takes as long as there are orders that pass it.
 */
export function counting(filter: OrderFilter, sort: OrderSort): SQL {
  if (isCounted(filter, sort))
    return sql`select coalesce(sum(${orderCounts.count}), 0)::float8 as total from ${orderCounts} where ${counted(filter)}`;
  const rollup = rollupOf(filter);
  return rollup
    ? rolledUpTotal(rollup, filter, sort)
    : sql`select count(*)::float8 as total from ${orders} where ${matching(filter, sort)}`;
}

/** A list that is sorted by totals is of one currency, which the counters do not know. */
const isCounted = ({ status: _, customerId: __, needsAttention: ___, ...others }: OrderFilter, sort: OrderSort) =>
  sortRules[sort].by !== 'total' && Object.values(others).every((value) => value === undefined);

/** The counters of these orders. */
const counted = ({ status, customerId, needsAttention }: OrderFilter): SQL | undefined =>
  and(
    sql`${orderCounts.scope} = ${scopeOf(customerId)}`,
    whereGiven(status, (ones) => anyOf(orderCounts.status, ones)),
    whereGiven(needsAttention, (wanted) => sql`(${isNeeded}) = ${wanted}`),
  );

const isNeeded = sql`${orderCounts.status} = 'AWAITING_APPROVAL' or ${orderCounts.attention} not in ('', 'RETRYING')`;

/** The owner of the counters: a customer, or all. */
export const scopeOf = (customerId: string | undefined): SQL =>
  customerId === undefined ? sql`''::bytea` : sha256Of(customerId);
