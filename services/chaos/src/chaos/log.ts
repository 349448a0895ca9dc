import type { ChaosLog } from '@waybill/contracts';
import type { Database } from '@waybill/platform';
import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm';
import { draws } from './tables.ts';

type LogFilter = { orderId?: string | undefined; operation?: string | undefined; first: number };
type Entries = ChaosLog['entries'];

/** A draw gets its number when its call starts, and its outcome shortly afterwards: after this time both are final. */
const settled = sql<boolean>`${draws.at} < now() - interval '1 second'`;

const pollMs = 250;
/** The most requests that wait concurrently; others are answered at once. */
const waitersAtMost = 64;

/** The outcomes that were drawn for calls. `pause` rejects when its request is gone. */
export function createChaosLog(db: Database['db'], pause: (ms: number, gone: AbortSignal) => Promise<void>) {
  let waiters = 0;
  const select = (filter: LogFilter, range: SQL | undefined, order: SQL) => selectDraws(db, filter, range, order);

  const settledAfter = async (after: number, filter: LogFilter): Promise<Entries> => {
    const found = await select(filter, gt(draws.seq, after), asc(draws.seq));
    const end = found.findIndex((each) => !each.settled);
    return (end < 0 ? found : found.slice(0, end)).map(asEntry);
  };

  return {
    after: async (after: number, filter: LogFilter): Promise<Entries> =>
      (await select(filter, gt(draws.seq, after), asc(draws.seq))).map(asEntry),

    /** Newest first; before 0 is from the end. */
    before: async (before: number, filter: LogFilter): Promise<Entries> =>
      (await select(filter, before > 0 ? lt(draws.seq, before) : undefined, desc(draws.seq))).map(asEntry),

    /** The settled entries; waits for the first one up to its limit. */
    async next(after: number, filter: LogFilter, waitMs: number, gone: AbortSignal): Promise<Entries> {
      let entries = await settledAfter(after, filter);
      if (waiters >= waitersAtMost) return entries;
      waiters += 1;
      try {
        for (let left = waitMs; left > 0 && entries.length === 0; left -= pollMs) {
          await pause(Math.min(pollMs, left), gone);
          entries = await settledAfter(after, filter);
        }
        return entries;
      } finally {
        waiters -= 1;
      }
    },
  };
}

export type ChaosLogReader = ReturnType<typeof createChaosLog>;

const { seq, orderId, operation, attempt, outcome, source, at } = draws;
const entry = { seq, orderId, operation, attempt, outcome, source, at };

const selectDraws = (db: Database['db'], filter: LogFilter, range: SQL | undefined, order: SQL) =>
  db
    .select({ ...entry, settled })
    .from(draws)
    .where(
      and(
        range,
        filter.orderId ? eq(draws.orderId, filter.orderId) : undefined,
        filter.operation ? eq(draws.operation, filter.operation as never) : undefined,
      ),
    )
    .orderBy(order)
    .limit(filter.first);

const asEntry = ({ settled: _, at, ...drawn }: { settled: boolean; at: Date } & Omit<Entries[number], 'at'>) => ({
  ...drawn,
  at: at.toISOString(),
});
