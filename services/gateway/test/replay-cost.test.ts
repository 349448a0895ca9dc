import { schema } from '@waybill/graphql';
import { openLog } from '@waybill/platform';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createCostCharging } from '../src/execution/cost-charging.ts';
import { defaultLimits } from '../src/execution/limits/limits.ts';
import { createChangeFeed } from '../src/live/change-feed.ts';
import type { Caller } from '../src/ports/caller.ts';
import { createPageCharge, type Quota } from '../src/ports/quota.ts';

/** A quota that is never used up, and what was charged to it. */
function aQuota(): Quota & { charged: number[] } {
  const charged: number[] = [];
  const charge = (_: string, cost: number) => void charged.push(cost);
  return { burst: 100_000, perSecond: 10_000, charge: charge as Quota['charge'], charged };
}

const caller: Caller = { viewer: null, correlationId: 'cor-1', idempotencyKey: null, lastEventId: null };

/** A feed of 200 changes, in pages of 100, after which nothing happens. */
const aFeed = () =>
  createChangeFeed(
    {
      changes: async ({ after = '200', waitMs = 0 }: { after?: string; waitMs?: number } = {}) => {
        if (waitMs > 0) return new Promise(() => undefined);
        const from = Number(after);
        const changes = Array.from({ length: Math.min(100, 200 - from) }, (_, at) => ({
          booked: { order: { orderId: `ORD-${from + at}` } },
        }));
        return { changes, cursor: String(from + changes.length) };
      },
    } as never,
    openLog('test', 'silent'),
  );

test('each entry of a replay is charged what a result of the subscription costs', async () => {
  const quota = aQuota();
  const replay = aFeed().after('0', createPageCharge({ ...caller, price: { ofResult: 30 } }, quota));

  for (let read = 0; read < 200; read++) await replay.next();
  await replay.return();

  expect(quota.charged).toEqual([10, 3_000, 10, 3_000]);
});

test('a replay whose user has used up the quota waits before its entries are delivered', async () => {
  const affordable = new Set([10]);
  const quota: Quota = { burst: 100, perSecond: 10, charge: (_, cost) => (affordable.has(cost) ? undefined : 3_600) };
  const replay = aFeed().after('0', createPageCharge({ ...caller, price: { ofResult: 30 } }, quota));
  const first = replay.next();

  await replay.return();

  expect(await first).toEqual({ done: true, value: undefined });
});

test.each([
  ['subscription { ordersChanged(after: "1") { cursor order { id } } }', 4],
  ['subscription { chaosLogged(after: "0") { cursor orderId operation outcome attempt at } }', 7],
  [
    'subscription { ordersChanged(after: "1") { cursor kind order { id total { amount } steps { name status } } } }',
    28,
  ],
])('a result of %s costs its fields', (query, points) => {
  const contextValue = { viewer: null, price: { ofResult: 1 } };
  const args = { schema, document: parse(query), contextValue };

  createCostCharging(defaultLimits, aQuota()).onSubscribe?.({
    args,
    setResultAndStopExecution: () => undefined,
  } as never);

  expect(contextValue.price.ofResult).toBe(points);
});
