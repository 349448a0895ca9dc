import type { OrderFilter, OrderSort } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { and, count, type SQL, sql, sum } from 'drizzle-orm';
import { sortRules } from '../domain/position.ts';
import { anyOf, whereGiven } from './conditions.ts';
import { matching } from './filter.ts';
import { orderCounts, orders } from './tables.ts';

/** How many orders a list has. */
export async function totalCount(db: Db, filter: OrderFilter, sort: OrderSort): Promise<number> {
  const [found] = await counting(db, filter, sort);
  return found?.total ?? 0;
}

/**
 * The counters that the database keeps with each write have the total of most lists; a list with another filter is counted,
 * which takes as long as there are orders that pass it.
 */
export const counting = (db: Db, filter: OrderFilter, sort: OrderSort) =>
  isCounted(filter, sort)
    ? db
        .select({ total: sum(orderCounts.count).mapWith(Number) })
        .from(orderCounts)
        .where(counted(filter))
    : db.select({ total: count() }).from(orders).where(matching(filter, sort));

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
  customerId === undefined ? sql`''::bytea` : sql`sha256(convert_to(${customerId}::text, 'UTF8'))`;
