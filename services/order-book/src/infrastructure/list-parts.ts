import type { OrderFilter, OrderSort } from '@waybill/contracts';
import { and, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import { sortRules } from '../domain/position.ts';
import { whereGiven } from './conditions.ts';
import { orders } from './tables.ts';

type Parts = (SQL | undefined)[];

/**
 * The parts of a list; no order is in two of them. A range of times other than what the list is sorted by is a range of sort
 * keys in one part, and the other part is small, so that no part has to pass the orders outside of the range.
 */
export function partsOf(filter: OrderFilter, sort: OrderSort): Parts {
  const created = { from: filter.createdFrom, to: filter.createdTo };
  const updated = { from: filter.updatedFrom, to: filter.updatedTo };
  const { by } = sortRules[sort];
  if (by === 'deadline' && isGiven(created)) return byDeadline(created);
  if (by === 'update' && isGiven(created)) return byUpdate(created);
  if (by === 'age' && isGiven(updated)) return byAge(updated);
  if (by === 'deadline' && isGiven(updated)) return byDeadlineOf(updated);
  return [undefined];
}

type Range = { from: string | undefined; to: string | undefined };

const isGiven = ({ from, to }: Range) => (from ?? to) !== undefined;

/** Sorts before the key of each order that does not wait, and after those that do. */
const afterWaiting = 'N';
const latestTime = 8_640_000_000_000_000;

/** The key of an order that does not wait, as the database derives it from the order's age. */
const keyAt = (timeMs: number): string => `${afterWaiting}${String(latestTime - timeMs).padStart(17, '0')}`;

/** Those that wait come first; the others are sorted by age. */
const byDeadline = ({ from, to }: Range): Parts => [
  lt(orders.queueKey, afterWaiting),
  and(
    gte(orders.queueKey, afterWaiting),
    whereGiven(from, (time) => lte(orders.queueKey, keyAt(Date.parse(time)))),
    whereGiven(to, (time) => gt(orders.queueKey, keyAt(Date.parse(time)))),
  ),
];

const timeUntilUpdate = sql`(${orders.updatedAt} - ${orders.createdAt})`;

/** Most orders are updated for the last time within a day after they were created. */
const isUpdatedWithinADay = sql`${timeUntilUpdate} between interval '0' and interval '1 day'`;

/** The condition of the index of these orders. */
const isUpdatedLater = sql`${timeUntilUpdate} not between interval '0' and interval '1 day'`;

const byUpdate = ({ from, to }: Range): Parts => [
  and(
    isUpdatedWithinADay,
    whereGiven(from, (time) => gte(orders.updatedAt, new Date(time))),
    whereGiven(to, (time) => sql`${orders.updatedAt} < ${time}::timestamptz + interval '24 hours'`),
  ),
  isUpdatedLater,
];

const byAge = ({ from, to }: Range): Parts => [
  and(
    isUpdatedWithinADay,
    whereGiven(from, (time) => sql`${orders.createdAt} >= ${time}::timestamptz - interval '24 hours'`),
    whereGiven(to, (time) => lt(orders.createdAt, new Date(time))),
  ),
  isUpdatedLater,
];

const dayMs = 86_400_000;

/** Those that wait come first; of the others, those that were updated late are apart. */
const byDeadlineOf = ({ from, to }: Range): Parts => [
  lt(orders.queueKey, afterWaiting),
  and(
    gte(orders.queueKey, afterWaiting),
    isUpdatedWithinADay,
    whereGiven(from, (time) => lte(orders.queueKey, keyAt(Date.parse(time) - dayMs))),
    whereGiven(to, (time) => gt(orders.queueKey, keyAt(Date.parse(time)))),
  ),
  and(gte(orders.queueKey, afterWaiting), isUpdatedLater),
];
