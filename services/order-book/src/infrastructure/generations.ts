import type { Db } from '@waybill/platform';
import { type SQL, sql } from 'drizzle-orm';
import type { FeedPosition } from '../domain/feed-position.ts';
import type { Feed } from './feeds.ts';

/** A cursor of an older generation is treated as one of a feed that no longer exists. */
const generationsKept = 1_000;

/** Starts a generation of a feed while no change is being numbered. */
export async function beginGeneration(tx: Db, { counter, generations }: Feed): Promise<void> {
  await tx.execute(sql`
    with counter as (select last from ${counter} for update)
    insert into ${generations} (begun_after) select last from counter
  `);
  await tx.execute(sql`
    delete from ${generations} where ordinal <= (select max(ordinal) from ${generations}) - ${generationsKept}
  `);
}

/** The generation in which the change of this number was made. */
export const generationOf = (generations: SQL, number: SQL) => sql<string | null>`(
  select generation from ${generations} where begun_after < ${number} order by ordinal desc limit 1
)`;

/** Whether this feed contains the change. A feed restored from a backup does not, whatever its numbers. */
export async function hasHad(
  db: Db,
  { counter, generations }: Feed,
  { number, generation }: FeedPosition,
): Promise<boolean> {
  if (generation === null) return true;
  const [row] = await db
    .select({ last: counter.last, generation: generationOf(generations, sql`${number}::bigint`) })
    .from(counter);
  return row !== undefined && number <= row.last && row.generation === generation;
}
