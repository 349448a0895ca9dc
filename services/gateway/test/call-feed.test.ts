import { openLog } from '@waybill/platform';
import { Unavailable } from '@waybill/providers-client';
import { expect, test } from 'vitest';
import { createCallFeed, type LoggedCall } from '../src/live/call-feed.ts';
import type { Caller } from '../src/ports/caller.ts';
import { createChaosFollower } from '../src/ports/chaos-log.ts';
import { eventually } from './support/eventually.ts';

test('a thousand followers of the calls cost one long poll', async () => {
  const providers = callsOf([aCall(1)]);
  const following = Array.from({ length: 1_000 }, () => providers.follow(null, '1'));

  const firsts = following.map((calls) => calls[Symbol.asyncIterator]().next());
  await eventually(() => expect(providers.waiting()).toBe(1));
  providers.happens(aCall(2));
  const seen = await Promise.all(firsts);

  expect(seen.every(({ value }) => value.cursor === '2')).toBe(true);
  expect(providers.mostWaiting()).toBe(1);
  await Promise.all(following.map((calls) => calls[Symbol.asyncIterator]().return?.()));
  await eventually(() => expect(providers.waiting()).toBe(0));
});

test('a follower of one order gets no other, and one that reconnects gets everything since', async () => {
  const providers = callsOf([aCall(1), aCall(2, 'ORD-2'), aCall(3)]);

  const calls = providers.follow('ORD-1', '0')[Symbol.asyncIterator]();
  const seen = [await calls.next(), await calls.next()];
  await calls.return?.();

  expect(seen.map(({ value }) => value.cursor)).toEqual(['1', '3']);
});

test('a new follower gets every later call once', async () => {
  const providers = callsOf([aCall(1)]);
  const calls = providers.follow(null, null)[Symbol.asyncIterator]();

  const first = calls.next();
  await eventually(() => expect(providers.waiting()).toBe(1));
  providers.happens(aCall(2), aCall(3));
  const seen = [await first, await calls.next()];
  const next = calls.next();
  await eventually(() => expect(providers.waiting()).toBe(1));
  providers.happens(aCall(4));

  expect([...seen, await next].map(({ value }) => value.cursor)).toEqual(['2', '3', '4']);
  await calls.return?.();
});

test('a stream waits while the providers are unavailable, and misses nothing', async () => {
  const providers = callsOf([aCall(1)]);
  providers.goAway();
  const calls = providers.follow(null, '0')[Symbol.asyncIterator]();

  const next = calls.next();
  await eventually(() => expect(providers.refused()).toBeGreaterThan(0));
  providers.comeBack();

  expect((await next).value.cursor).toBe('1');
  await calls.return?.();
});

const aCall = (seq: number, orderId = 'ORD-1'): LoggedCall => ({
  seq,
  orderId,
  operation: 'payment.capture',
  attempt: 1,
  outcome: 'success',
  source: 'plan',
  at: '2026-01-02T03:04:05.000Z',
});

const anOperator: Caller = {
  viewer: { id: 'otto', role: 'OPERATOR' },
  correlationId: 'c-1',
  idempotencyKey: null,
  lastEventId: null,
};

/** Providers whose log a test writes. */
function callsOf(entries: LoggedCall[]) {
  const wakes = new Set<() => void>();
  let [most, refused, away] = [0, 0, false];
  const log = async () => ({ entries: entries.slice(-1) });
  const after = (seq = 0) => ({ entries: entries.filter((entry) => entry.seq > seq) });
  const nextLog = async ({ after: seq = 0, waitMs = 0 } = {}, { signal }: { signal?: AbortSignal } = {}) => {
    if (away) refused += 1;
    if (away) throw new Unavailable('Nobody listens');
    if (waitMs === 0 || after(seq).entries.length > 0) return after(seq);
    await new Promise<void>((resolve) => {
      const wake = () => {
        wakes.delete(wake);
        resolve();
      };
      wakes.add(wake);
      most = Math.max(most, wakes.size);
      signal?.addEventListener('abort', wake);
    });
    signal?.throwIfAborted();
    return after(seq);
  };
  const chaos = { log, nextLog } as never as Parameters<typeof createChaosFollower>[0];
  const feed = createCallFeed(chaos, openLog('test', 'silent'));
  return {
    follow: createChaosFollower(chaos, feed, anOperator, { burst: 10_000, perSecond: 1_000, charge: () => undefined }),
    waiting: () => wakes.size,
    mostWaiting: () => most,
    refused: () => refused,
    happens(...calls: LoggedCall[]) {
      entries.push(...calls);
      for (const wake of [...wakes]) wake();
    },
    goAway: () => {
      away = true;
    },
    comeBack: () => {
      away = false;
    },
  };
}
