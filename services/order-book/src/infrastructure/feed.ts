import type { ChangePage } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { asc, eq, getTableColumns, gt, max, min, sql } from 'drizzle-orm';
import { type FeedPosition, feedCursor } from '../domain/feed-position.ts';
import { generationOf } from './generations.ts';
import { bookedFrom } from './order-row.ts';
import { changeCounter, changes, orders } from './tables.ts';

/** The channel on which Postgres notifies every process of a new change. */
export const changesChannel = 'order_book_changes';

/** The most changes in one response. */
const atOnce = 100;

type Before = Pick<typeof orders.$inferSelect, 'status' | 'totalMinor' | 'currencyCode' | 'attention'> | undefined;

/**
 * Numbers this transaction's change. The counter's row stays locked until commit, so numbers become visible in their
 * order: a reader that has seen one never sees a lower one later.
 */
export async function announceChange(tx: Db, orderId: string, before: Before): Promise<void> {
  const { status = null, totalMinor = null, currencyCode = null, attention = null } = before ?? {};
  await tx.execute(sql`
    with counted as (update ${changeCounter} set last = last + 1 returning last)
    insert into ${changes}
      (number, order_id, previous_status, previous_total_minor, previous_currency_code, previous_attention)
    select last, ${orderId}, ${status}, ${totalMinor}::bigint, ${currencyCode}, ${attention} from counted
    returning pg_notify(${changesChannel}, '')
  `);
}

export async function newestChange(db: Db): Promise<FeedPosition> {
  const newest = { number: changeCounter.last, generation: generationOf(sql`${changeCounter.last}`) };
  const [position] = await db.select(newest).from(changeCounter);
  if (!position) throw new Error('The counter of the change feed is missing');
  return position;
}

/** One statement, hence one snapshot: an order is never older than the number of its change. */
export async function changesAfter(db: Db, number: number): Promise<ChangePage['changes']> {
  const covered = db
    .$with('covered')
    .as(db.select().from(changes).where(gt(changes.number, number)).orderBy(asc(changes.number)).limit(atOnce));
  const folded = db.$with('folded').as(
    db
      .with(covered)
      .select({
        orderId: covered.orderId,
        first: min(covered.number).as('first'),
        last: max(covered.number).as('last'),
      })
      .from(covered)
      .groupBy(covered.orderId),
  );
  const rows = await db
    .with(covered, folded)
    .select({
      order: getTableColumns(orders),
      before: getTableColumns(changes),
      last: folded.last,
      generation: generationOf(sql`${folded.last}`),
    })
    .from(folded)
    .innerJoin(orders, eq(orders.orderId, folded.orderId))
    .innerJoin(changes, eq(changes.number, folded.first))
    .orderBy(folded.last);
  return rows.map(({ order, before, last, generation }) => ({
    cursor: feedCursor({ number: Number(last), generation }),
    booked: bookedFrom(order),
    previousStatus: before.previousStatus,
    previousTotal: totalOf(before),
    previousAttention: before.previousAttention,
  }));
}

function totalOf({ previousTotalMinor, previousCurrencyCode }: typeof changes.$inferSelect) {
  if (previousTotalMinor === null || previousCurrencyCode === null) return null;
  return { amountMinor: previousTotalMinor, currencyCode: previousCurrencyCode };
}
