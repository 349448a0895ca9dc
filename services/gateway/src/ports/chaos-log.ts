import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosLog } from '@waybill/contracts';
import { type ChaosLogEntry, type ChaosPort, unavailable } from '@waybill/graphql';
import { noSuchEndpoint, type ProvidersClient, Refused, Unavailable } from '@waybill/providers-client';
import { type CallFeed, newestCall } from '../live/call-feed.ts';
import { cancellable } from '../live/cancellable.ts';
import type { Caller } from './caller.ts';
import { wrongCursor } from './cursor-error.ts';
import { createPageCharge, type Quota } from './quota.ts';
import { cancelWith } from './streams.ts';

type Chaos = ProvidersClient['chaos'];

const retryMs = 1_000;

/** A page of the providers' own log, newest first. */
export const createChaosLogReader =
  (chaos: Chaos, { correlationId }: Caller): ChaosPort['log'] =>
  async ({ first = 20, after, orderId, operation }) => {
    const filter = { ...(orderId ? { orderId } : {}), ...(operation ? { operation } : {}) };
    const before = seqOf(after ?? null, 'after') ?? 0;
    const page = { ...filter, before, first: first + 1 };
    const { entries } = await chaos.log(page, { correlationId }).catch(emptyWhenNotEnabled);
    return {
      edges: entries
        .slice(0, first)
        .map(entryOf)
        .map((node) => ({ cursor: node.cursor, node })),
      hasNextPage: entries.length > first,
      hasPreviousPage: before > 0,
    };
  };

/** Follows the log through a feed that all followers share. While the providers are unavailable, the stream waits. */
export const createChaosFollower =
  (chaos: Chaos, feed: CallFeed, caller: Caller, quota: Quota): ChaosPort['follow'] =>
  (orderId, after) => {
    const source = caller.lastEventId === null ? 'after' : 'Last-Event-ID';
    const start = seqOf(caller.lastEventId ?? after, source);
    const charge = createPageCharge(caller, quota);
    return cancellable(async function* (cancelled): AsyncGenerator<ChaosLogEntry, void, void> {
      let seq = start ?? (await newestCall(chaos).catch(asUnavailable));
      while (!cancelled.aborted) {
        try {
          for await (const call of cancelWith(feed.after(String(seq), charge), cancelled)) {
            seq = call.seq;
            if (orderId === null || call.orderId === orderId) yield entryOf(call);
          }
        } catch (error) {
          if (isNotEnabled(error)) asUnavailable(error);
          if (!(cancelled.aborted || error instanceof Unavailable)) throw error;
          await pause(retryMs, undefined, { signal: cancelled }).catch(() => undefined);
        }
      }
    });
  };

/** Without fault injection its endpoints do not exist. */
export const isNotEnabled = (error: unknown): boolean => error instanceof Refused && error.code === noSuchEndpoint;

function asUnavailable(error: unknown): never {
  if (isNotEnabled(error)) throw unavailable('Fault injection is not enabled');
  throw error;
}

function emptyWhenNotEnabled(error: unknown): ChaosLog {
  if (isNotEnabled(error)) return { entries: [] };
  throw error;
}

/** The owner "-" stands for calls without an owner. */
const entryOf = ({ seq, orderId, source, ...entry }: ChaosLog['entries'][number]): ChaosLogEntry => ({
  ...entry,
  cursor: String(seq),
  orderId: orderId === '-' ? null : orderId,
  pinned: source === 'pin',
});

function seqOf(cursor: string | null, source: string): number | null {
  if (cursor === null) return null;
  const seq = Number(cursor);
  if (!/^\d{1,16}$/.test(cursor) || !Number.isSafeInteger(seq)) throw wrongCursor(source);
  return seq;
}
