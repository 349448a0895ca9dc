import type { OrderFilter, OrderSort } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { and, type SQL, sql, sum } from 'drizzle-orm';
import { sortRules } from '../domain/position.ts';
import { anyOf, whereGiven } from './conditions.ts';
import { matching } from './filter.ts';
import { orderCounts, orders } from './tables.ts';

/**
 * How many orders a list has. The counters that the database keeps with each write say it for most lists; the other filters are
 * counted, which takes as long as there are orders that they pass.
 */
export async function totalCount(tx: Db, filter: OrderFilter, sort: OrderSort): Promise<number> {
  if (!isCounted(filter, sort)) return tx.$count(orders, matching(filter, sort));
  const [found] = await tx
    .select({ total: sum(orderCounts.count).mapWith(Number) })
    .from(orderCounts)
    .where(counted(filter));
  return found?.total ?? 0;
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

/** Whose counters: a customer's, or everybody's. */
export const scopeOf = (customerId: string | undefined): SQL =>
  customerId === undefined ? sql`''::bytea` : sql`sha256(convert_to(${customerId}::text, 'UTF8'))`;
