import type { OrderFilter, OrderSort } from '@waybill/contracts';
import { and, gt, gte, lt, lte, type SQL } from 'drizzle-orm';
import { sortRules } from '../domain/position.ts';
import { whereGiven } from './conditions.ts';
import { orders } from './tables.ts';

/** In the order of their keys, all that do not wait come after this one. */
const afterWaiting = 'N';
const latestTime = 8_640_000_000_000_000;

/** The key of an order that does not wait, as the database derives it from the order's age. */
const keyAt = (time: string): string => `${afterWaiting}${String(latestTime - Date.parse(time)).padStart(17, '0')}`;

/**
 * The parts of a list, one after the other. By deadline, those that wait come first and the others by age: a span of
 * ages is a range of keys in the second part alone.
 */
export function partsOf({ createdFrom, createdTo }: OrderFilter, sort: OrderSort): (SQL | undefined)[] {
  if (sortRules[sort].by !== 'deadline' || (createdFrom ?? createdTo) === undefined) return [undefined];
  const others = and(
    gte(orders.queueKey, afterWaiting),
    whereGiven(createdFrom, (from) => lte(orders.queueKey, keyAt(from))),
    whereGiven(createdTo, (to) => gt(orders.queueKey, keyAt(to))),
  );
  return [lt(orders.queueKey, afterWaiting), others];
}
