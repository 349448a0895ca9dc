import type { Db } from '@waybill/platform';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { FeedPosition } from '../domain/feed-position.ts';
import type { Feed } from './feeds.ts';
import { generationOf } from './generations.ts';

/** The channel on which Postgres notifies every process of a new change, with the name of its feed. */
export const changesChannel = 'order_book_changes';

/** The most changes in one response. */
const atOnce = 100;

/**
 * Numbers this transaction's change. The counter's row stays locked until commit, so numbers become visible in their
 * order: a reader that has seen one never sees a lower one later.
 */
export async function announceChange(
  tx: Db,
  { name, changes, counter }: Feed,
  id: string,
  previous: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const { number, id: _, ...before } = getTableColumns(changes) as Record<string, PgColumn>;
  const columns = Object.values(before).map((column) => sql.identifier(column.name));
  const values = Object.entries(before).map(
    ([key, column]) => sql`${previous[key] ?? null}::${sql.raw(column.getSQLType())}`,
  );
  await tx.execute(sql`
    with counted as (update ${counter} set last = last + 1 returning last)
    insert into ${changes} (number, ${sql.identifier(changes.id.name)}, ${sql.join(columns, sql`, `)})
    select last, ${id}, ${sql.join(values, sql`, `)} from counted
    returning pg_notify(${changesChannel}, ${name})
  `);
}

export async function newestChange(db: Db, { counter, generations }: Feed): Promise<FeedPosition> {
  const newest = { number: counter.last, generation: generationOf(generations, sql`${counter.last}`) };
  const [position] = await db.select(newest).from(counter);
  if (!position) throw new Error('The counter of the change feed is missing');
  return position;
}

/** The first changes after a number, folded to one row for each order or run. */
export const foldedAfter = ({ changes }: Feed, number: number): SQL => sql`(
  select id, min(number) as first, max(number) as last from (
    select ${changes.number} as number, ${changes.id} as id from ${changes}
    where ${changes.number} > ${number} order by ${changes.number} limit ${atOnce}
  ) as covered group by id
) as folded`;

export const folded = {
  id: sql<string>`folded.id`,
  first: sql<number>`folded.first`.mapWith(Number),
  last: sql<number>`folded.last`.mapWith(Number),
};
