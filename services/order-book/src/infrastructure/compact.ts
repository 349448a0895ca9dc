import type { Db } from '@waybill/platform';
import { sql } from 'drizzle-orm';
import { changes, orders } from './tables.ts';

const hourMs = 60 * 60 * 1000;

/** How long an order must have been left alone before its changes are thinned out. */
const quietMs = 7 * 24 * hourMs;

/**
 * Keeps only the newest change of each order that has long been quiet. Whoever comes with an older cursor still hears of
 * every order that changed since, once and as it is now; what is lost is how an order was before the changes in between.
 */
export async function compactChanges(db: Db, now: Date): Promise<void> {
  const quietSince = new Date(now.getTime() - quietMs).toISOString();
  await db.execute(sql`
    delete from ${changes} using (
      select ${changes.orderId} as order_id, max(${changes.number}) as newest
      from ${changes} join ${orders} using (order_id)
      where ${orders.writtenAt} < ${quietSince}::timestamptz group by 1
    ) as quiet
    where ${changes.orderId} = quiet.order_id and ${changes.number} < quiet.newest
  `);
}

/** Compacts the feed now and every hour, until it is told to stop. */
export function compactHourly(db: Db, now: () => Date, failed: (error: unknown) => void): () => void {
  const once = () => void compactChanges(db, now()).catch(failed);
  once();
  const hourly = setInterval(once, hourMs);
  return () => clearInterval(hourly);
}
