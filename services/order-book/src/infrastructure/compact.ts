import type { Database, Query } from '@waybill/platform';

const hourMs = 60 * 60 * 1000;

/** How long an order must be unchanged before its older changes are deleted. */
const quietMs = 7 * 24 * hourMs;

/** Changes per statement, few enough that writers do not wait noticeably. */
const atOnce = 1_000;

const compactBatch = `
  with looked_at as (
    select number, order_id from order_book.changes where number > $1 order by number limit $2
  ), gone as (
    delete from order_book.changes using looked_at join order_book.orders using (order_id)
    where changes.number = looked_at.number and orders.written_at < $3 and exists (
      select from order_book.changes as later
      where later.order_id = looked_at.order_id and later.number > looked_at.number
    )
  )
  select max(number)::float8 as last from looked_at`;

/**
 * Keeps only the newest change of each order that has not changed for long. A reader with an older cursor still gets
 * every order that changed since, once and as it is now; only the intermediate states are lost.
 */
export async function compactChanges(query: Query, now: Date): Promise<void> {
  const quietSince = new Date(now.getTime() - quietMs);
  for (let from: number | null = 0; from !== null; ) {
    const [batch]: { last: number | null }[] = await query(compactBatch, [from, atOnce, quietSince]);
    from = batch?.last ?? null;
  }
}

/** Compacts the feed now and every hour, until it is stopped. */
export function compactHourly(
  { patiently }: Pick<Database, 'patiently'>,
  now: () => Date,
  failed: (error: unknown) => void,
): () => void {
  const once = () => void patiently((query) => compactChanges(query, now())).catch(failed);
  once();
  const hourly = setInterval(once, hourMs);
  return () => clearInterval(hourly);
}
