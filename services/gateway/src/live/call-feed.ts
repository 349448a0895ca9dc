import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosLog } from '@waybill/contracts';
import type { Log } from '@waybill/platform';
import type { ProvidersClient } from '@waybill/providers-client';
import { Feed } from './change-feed.ts';

export type LoggedCall = ChaosLog['entries'][number];
export type CallFeed = Feed<LoggedCall>;

const longestWaitMs = 20_000;
const pauseMs = 1_000;

/** The calls to the providers, read with one long poll for all who follow them. A cursor is the number of a call. */
export const createCallFeed = (chaos: Pick<ProvidersClient['chaos'], 'log' | 'nextLog'>, log: Log): CallFeed =>
  new Feed<LoggedCall>(
    async ({ after, waitMs = 0, signal } = {}) => {
      if (after === undefined) return { changes: [], cursor: String(await newestCall(chaos)) };
      const query = { after: Number(after), waitMs: Math.min(waitMs, longestWaitMs) };
      const { entries } = await chaos.nextLog(query, signal ? { signal } : {});
      // If too many wait already, the providers reply at once.
      if (entries.length === 0 && waitMs > 0) await pause(pauseMs, undefined, signal ? { signal } : {});
      return { changes: entries, cursor: String(entries.at(-1)?.seq ?? after) };
    },
    ({ seq }) => String(seq),
    log,
  );

/** The number of the newest call; 0 if there was none. */
export async function newestCall({ log }: Pick<ProvidersClient['chaos'], 'log'>): Promise<number> {
  const { entries } = await log({ before: 0, first: 1 });
  return entries[0]?.seq ?? 0;
}
