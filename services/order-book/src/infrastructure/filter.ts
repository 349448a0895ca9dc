import type { OrderFilter, OrderSort } from '@waybill/contracts';
import { and, eq, gte, lt, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { sortRules } from '../domain/position.ts';
import { anyOf, isText, whereGiven } from './conditions.ts';
import { orders } from './tables.ts';

/** Amounts compare within one currency only; this one if none is named. */
const usualCurrency = 'USD';

/** The one currency of a list; undefined where it has orders of all currencies. */
export function currencyOf({ currencyCode, minTotalMinor, maxTotalMinor }: OrderFilter, sort: OrderSort) {
  const speaksOfTotals = minTotalMinor !== undefined || maxTotalMinor !== undefined || sortRules[sort].by === 'total';
  return currencyCode ?? (speaksOfTotals ? usualCurrency : undefined);
}

/** The orders that a list with this filter and sort shows. */
export function matching(filter: OrderFilter, sort: OrderSort): SQL | undefined {
  const { status, customerId, minTotalMinor, maxTotalMinor, createdFrom, createdTo, needsAttention } = filter;
  return and(
    whereGiven(status, (ones) => anyOf(orders.status, ones)),
    whereGiven(customerId, (id) => isText(orders.customerId, id)),
    whereGiven(currencyOf(filter, sort), (code) => eq(orders.currencyCode, code)),
    whereGiven(minTotalMinor, (least) => gte(orders.totalMinor, least)),
    whereGiven(maxTotalMinor, (most) => lte(orders.totalMinor, most)),
    whereGiven(createdFrom, (from) => gte(orders.createdAt, new Date(from))),
    whereGiven(createdTo, (to) => lt(orders.createdAt, new Date(to))),
    whereGiven(needsAttention, (wanted) => (wanted ? needed : not(needed))),
    whereGiven(filter.health, (ones) => anyOf(orders.health, ones)),
    whereGiven(filter.idPrefix, beginsWith),
    whereGiven(filter.sku, (sku) => sql`${orders.items} @> ${JSON.stringify([{ sku }])}::jsonb`),
    whereGiven(filter.updatedFrom, (from) => gte(orders.updatedAt, new Date(from))),
    whereGiven(filter.updatedTo, (to) => lt(orders.updatedAt, new Date(to))),
    whereGiven(filter.plan, (plan) => eq(orders.plan, plan)),
  );
}

/** A range of ids, contiguous in an index with the collation C; the text is not a pattern. */
const beginsWith = (start: string): SQL =>
  and(gte(orders.orderId, start), lt(orders.orderId, `${start}\u{10FFFF}`)) as SQL;

const isForPerson = sql`(${orders.attention} is not null and ${orders.attention} <> 'RETRYING')`;

/** The condition of the index of these orders. */
const needed = or(eq(orders.status, 'AWAITING_APPROVAL'), isForPerson) as SQL;
