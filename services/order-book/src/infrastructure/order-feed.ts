import type { ChangePage } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { getTableColumns, sql } from 'drizzle-orm';
import { feedCursor } from '../domain/feed-position.ts';
import { announceChange, folded, foldedAfter } from './feed.ts';
import { orderFeed } from './feeds.ts';
import { generationOf } from './generations.ts';
import { bookedFrom } from './order-row.ts';
import { changes, orders } from './tables.ts';

type Before =
  | Pick<typeof orders.$inferSelect, 'status' | 'totalMinor' | 'currencyCode' | 'attention' | 'health'>
  | undefined;

export const announceOrder = (tx: Db, orderId: string, before: Before): Promise<void> =>
  announceChange(tx, orderFeed, orderId, {
    previousStatus: before?.status ?? null,
    previousTotalMinor: before?.totalMinor ?? null,
    previousCurrencyCode: before?.currencyCode ?? null,
    previousAttention: before?.attention ?? null,
    previousHealth: before?.health ?? null,
  });

/** One statement, hence one snapshot: an order is never older than the number of its change. */
export async function orderChangesAfter(db: Db, number: number): Promise<ChangePage['changes']> {
  const rows = await db
    .select({
      order: getTableColumns(orders),
      before: getTableColumns(changes),
      last: folded.last,
      generation: generationOf(orderFeed.generations, folded.last),
    })
    .from(foldedAfter(orderFeed, number))
    .innerJoin(orders, sql`${orders.orderId} = ${folded.id}`)
    .innerJoin(changes, sql`${changes.number} = ${folded.first}`)
    .orderBy(folded.last);
  return rows.map(({ order, before, last, generation }) => ({
    cursor: feedCursor({ number: last, generation }),
    booked: bookedFrom(order),
    previousStatus: before.previousStatus,
    previousTotal: totalOf(before),
    previousAttention: before.previousAttention,
    health: order.health,
    previousHealth: before.previousHealth,
  }));
}

function totalOf({ previousTotalMinor, previousCurrencyCode }: typeof changes.$inferSelect) {
  if (previousTotalMinor === null || previousCurrencyCode === null) return null;
  return { amountMinor: previousTotalMinor, currencyCode: previousCurrencyCode };
}
