import type { BookedOrder } from '@waybill/contracts';
import type { OrderSnapshot } from '@waybill/graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBudget } from '../src/live/budget.ts';
import { createOrderSource } from '../src/live/order-source.ts';
import { createWatches } from '../src/live/watch/watches.ts';
import { createOrderLookup } from '../src/ports/order-lookup.ts';
import { aFollowedOrder, anOrderAt } from './support/order-in-test.ts';

const patience = { timeout: 30_000 };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('an order that is read repeatedly is queried only by its watch, which has the latest state', async () => {
  const { find, queries, follows, told } = aPolledOrder();
  const first = find('ORD-1');
  await vi.waitUntil(() => follows() === 1, patience);
  told(1);
  const revisions = [(await first)?.revision];

  for (const revision of [2, 3]) {
    told(revision);
    await vi.waitUntil(async () => (await find('ORD-1'))?.revision === revision, patience);
    revisions.push((await find('ORD-1'))?.revision);
  }

  expect(revisions).toEqual([1, 2, 3]);
  expect([queries(), follows()]).toEqual([0, 1]);
});

test('it is watched while it is read from time to time, and no longer', async () => {
  const { find, follows, told, watches } = aPolledOrder();
  const first = find('ORD-1');
  await vi.waitUntil(() => follows() === 1, patience);
  told(1);
  await first;

  await vi.advanceTimersByTimeAsync(14_000);
  await find('ORD-1');
  await vi.advanceTimersByTimeAsync(14_000);
  const whileRead = follows();
  await vi.advanceTimersByTimeAsync(2_000);

  expect([whileRead, follows(), watches.size, vi.getTimerCount()]).toEqual([1, 0, 0, 0]);
});

test('a subscriber shares the watch that a reader started', async () => {
  const { find, follows, told, watches } = aPolledOrder();
  const first = find('ORD-1');
  await vi.waitUntil(() => follows() === 1, patience);
  told(1);
  const follower = watches.snapshots((await first) as OrderSnapshot);
  await follower.next();

  await vi.advanceTimersByTimeAsync(60_000);
  const whileFollowed = [follows(), watches.size];
  await follower.return();
  await vi.waitUntil(() => follows() === 0, patience);

  expect(whileFollowed).toEqual([1, 1]);
  expect(watches.size).toBe(0);
});

test('readers use at most half of the long polls', async () => {
  const longPolls = createBudget(2);
  longPolls.tryAcquire();
  const { find, queries, follows } = aPolledOrder(longPolls);

  await find('ORD-1');
  await find('ORD-1');

  expect([queries(), follows()]).toEqual([2, 0]);
});

/** An order under way that clients poll, and what that costs the engine. */
function aPolledOrder(longPolls = createBudget(9)) {
  const { parts, told } = aFollowedOrder();
  let following = 0;
  const orders = {
    ...parts.orders,
    read: vi.fn(async () => ({ order: anOrderAt(0), journal: [] })),
    running: async () => null,
    async *follow(...request: Parameters<typeof parts.orders.follow>) {
      following += 1;
      yield* parts.orders.follow(...request);
      following -= 1;
    },
  };
  const underWay = { order: anOrderAt(0), asOf: '2026-01-01T00:00:00.000Z' } as BookedOrder;
  const book = { ...parts.book, find: async () => underWay };
  const source = createOrderSource({ orders, book, snapshots: parts.snapshots });
  const watches = createWatches({ ...parts, source, longPolls });
  const { find } = createOrderLookup({ source, watches, log: parts.log })(null);
  return { find, told, watches, queries: () => orders.read.mock.calls.length, follows: () => following };
}
