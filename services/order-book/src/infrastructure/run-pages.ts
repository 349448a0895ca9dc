import type { RunFilter, RunPage } from '@waybill/contracts';
import { runKinds, runStatuses } from '@waybill/contracts/domain';
import { type Database, type Db, rows } from '@waybill/platform';
import { and, desc, type SQL, sql } from 'drizzle-orm';
import type { FullRunPageRequest } from '../domain/books.ts';
import { feedCursor } from '../domain/feed-position.ts';
import type { Position } from '../domain/position.ts';
import { runCursor, runPosition } from '../domain/run-position.ts';
import { anyOf, isText, whereGiven } from './conditions.ts';
import { newestChange } from './feed.ts';
import { runFeed } from './feeds.ts';
import { bookedRunFrom } from './run-row.ts';
import { runs } from './run-tables.ts';

/** A page of the runs, newest first, and the position of their change feed at the same moment. */
export const readRunPage = (
  { transaction }: Pick<Database, 'transaction'>,
  request: FullRunPageRequest,
): Promise<RunPage> => transaction((tx) => pageIn(tx, request), 'snapshot');

async function pageIn(tx: Db, { filter, first, after }: FullRunPageRequest): Promise<RunPage> {
  const start = after === undefined ? undefined : runPosition(after);
  const found = await tx
    .select()
    .from(runs)
    .where(sql`${runs.runId} in (${newestRuns(filter, start && compare(start, '<'), first + 1)})`)
    .orderBy(...newestFirst);
  const page = found.slice(0, first);
  const earlier = start ? await rows(tx, newestRuns(filter, compare(start, '>='), 1)) : [];
  return {
    edges: page.map((row) => ({ cursor: runCursor(positionOf(row)), booked: bookedRunFrom(row) })),
    hasNextPage: found.length > first,
    hasPreviousPage: earlier.length > 0,
    changesCursor: feedCursor(await newestChange(tx, runFeed)),
  };
}

const newestFirst = [desc(runs.startedAt), desc(runs.runId)];

const positionOf = ({ startedAt, runId }: typeof runs.$inferSelect): Position => ({
  key: startedAt.toISOString(),
  id: runId,
});

const compare = ({ key, id }: Position, sign: '<' | '>='): SQL =>
  sql`(${runs.startedAt}, ${runs.runId}) ${sql.raw(sign)} (${key}::timestamptz, ${id}::text)`;

/** The ids of the newest runs of a list: by the index of whom they are about, or merged from each kind and status. */
export function newestRuns(filter: RunFilter, within: SQL | undefined, most: number): SQL {
  const { kind, status, startedBy, about } = filter;
  const of = and(
    within,
    whereGiven(startedBy, (id) => isText(runs.startedBy, id)),
    whereGiven(about, (id) => isText(runs.about, id)),
  );
  if (about !== undefined) {
    const listed = and(of, kind && anyOf(runs.kind, kind), status && anyOf(runs.status, status));
    return sql`select run_id from (${first(listed, most)}) as listed`;
  }
  return sql`
    select run_id from unnest(${sql.param([...new Set(kind ?? runKinds)])}::text[]) as wanted_kind
    cross join unnest(${sql.param([...new Set(status ?? runStatuses)])}::text[]) as wanted_status
    cross join lateral (${first(and(sql`${runs.kind} = wanted_kind and ${runs.status} = wanted_status`, of), most)}) as each
    order by started_at desc, run_id desc limit ${most}
  `;
}

const first = (condition: SQL | undefined, most: number): SQL => sql`
  select ${runs.runId}, ${runs.startedAt} from ${runs} ${condition ? sql`where ${condition}` : sql``}
  order by ${runs.startedAt} desc, ${runs.runId} desc limit ${most}
`;
