import type { RunChangePage } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { getTableColumns, sql } from 'drizzle-orm';
import { feedCursor } from '../domain/feed-position.ts';
import { announceChange, folded, foldedAfter } from './feed.ts';
import { runFeed } from './feeds.ts';
import { generationOf } from './generations.ts';
import { bookedRunFrom } from './run-row.ts';
import { runChanges, runs } from './run-tables.ts';

type Before = Pick<typeof runs.$inferSelect, 'status' | 'attention'> | undefined;

export const announceRun = (tx: Db, runId: string, before: Before): Promise<void> =>
  announceChange(tx, runFeed, runId, {
    previousStatus: before?.status ?? null,
    previousAttention: before?.attention ?? null,
  });

/** One statement, hence one snapshot. */
export async function runChangesAfter(db: Db, number: number): Promise<RunChangePage['changes']> {
  const rows = await db
    .select({
      run: getTableColumns(runs),
      before: getTableColumns(runChanges),
      last: folded.last,
      generation: generationOf(runFeed.generations, folded.last),
    })
    .from(foldedAfter(runFeed, number))
    .innerJoin(runs, sql`${runs.runId} = ${folded.id}`)
    .innerJoin(runChanges, sql`${runChanges.number} = ${folded.first}`)
    .orderBy(folded.last);
  return rows.map(({ run, before: { previousStatus, previousAttention }, last, generation }) => ({
    cursor: feedCursor({ number: last, generation }),
    booked: bookedRunFrom(run),
    previousStatus,
    previousAttention,
  }));
}
