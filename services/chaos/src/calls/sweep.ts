import { type Database, oneAtATime, type Query } from '@waybill/platform';

const hourMs = 60 * 60 * 1000;

/** The minimum retention of a reply. */
const answerKeptMs = 24 * hourMs;

/**
 * The minimum retention of a log entry, which counts in the distributions until then. The number of an order's calls
 * and its pins are kept for ever, so that the draws of later calls do not change.
 */
const drawKeptMs = 7 * 24 * hourMs;

/** The rows per statement, few enough that no call waits noticeably. */
const usualBatch = 5_000;

const kept = [
  { table: 'answers', at: 'answered_at', forMs: answerKeptMs },
  { table: 'draws', at: 'at', forMs: drawKeptMs },
];

/** Deletes data beyond its retention, in batches. */
export async function sweep(query: Query, now: Date, batch = usualBatch): Promise<void> {
  for (const { table, at, forMs } of kept) {
    const old = `select ctid from chaos.${table} where ${at} < $1 limit $2`;
    const gone = `with gone as (delete from chaos.${table} where ctid = any(array(${old})) returning 1) select count(*)::int as rows from gone`;
    const before = new Date(now.getTime() - forMs);
    for (let rows = batch; rows === batch; )
      rows = (await query<{ rows: number }>(gone, [before, batch]))[0]?.rows ?? 0;
  }
}

export const createSweep = ({ patiently }: Pick<Database, 'patiently'>, now: () => Date): (() => Promise<void>) =>
  oneAtATime(() => patiently((query) => sweep(query, now())));
