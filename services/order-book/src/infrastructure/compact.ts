import { type Database, oneAtATime, type Query } from '@waybill/platform';

const hourMs = 60 * 60 * 1000;

/** How long an order must be unchanged before its older changes are deleted. */
const quietMs = 7 * 24 * hourMs;

/** Changes per statement, few enough that writers do not wait noticeably. */
const atOnce = 1_000;

/** The feeds, by what their changes are of. */
const feeds = [
  { changes: 'changes', table: 'orders', id: 'order_id' },
  { changes: 'run_changes', table: 'runs', id: 'run_id' },
];

const compactBatch = ({ changes, table, id }: (typeof feeds)[number]) => `
  with looked_at as (
    select number, ${id} from order_book.${changes} where number > $1 order by number limit $2
  ), gone as (
    delete from order_book.${changes} as old using looked_at join order_book.${table} as written using (${id})
    where old.number = looked_at.number and written.written_at < $3 and exists (
      select from order_book.${changes} as later
      where later.${id} = looked_at.${id} and later.number > looked_at.number
    )
  )
  select max(number)::float8 as last from looked_at`;

/**
 * Keeps only the newest change of each order and run that has not changed for long. A reader with an older cursor still
 * gets everything that changed since, once and in its current state; only intermediate states are lost.
 */
export async function compactChanges(query: Query, now: Date): Promise<void> {
  const quietSince = new Date(now.getTime() - quietMs);
  for (const batchOf of feeds.map(compactBatch)) {
    for (let from: number | null = 0; from !== null; ) {
      const [batch]: { last: number | null }[] = await query(batchOf, [from, atOnce, quietSince]);
      from = batch?.last ?? null;
    }
  }
}

export const createSweep = ({ patiently }: Pick<Database, 'patiently'>, now: () => Date): (() => Promise<void>) =>
  oneAtATime(() => patiently((query) => compactChanges(query, now())));
