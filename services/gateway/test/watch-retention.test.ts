import type { BookedOrder } from '@waybill/contracts';
import { openLog } from '@waybill/platform';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBudget } from '../src/live/budget.ts';
import { createOrderWatches } from '../src/live/watch/order-watches.ts';
import { createOrderLookup } from '../src/ports/order-lookup.ts';
import { aFollowedOrder, anOrderAt } from './support/order-in-test.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('an order that is read repeatedly is queried only by its watch, which has the latest state', async () => {
  const { find, asked, followed, told } = aShelf();
  const first = find('ORD-1');
  await vi.waitUntil(() => followed() === 1);
  told(1);
  const revisions = [(await first)?.revision];

  for (const revision of [2, 3]) {
    told(revision);
    await vi.waitUntil(async () => (await find('ORD-1'))?.revision === revision);
    revisions.push((await find('ORD-1'))?.revision);
  }

  expect(revisions).toEqual([1, 2, 3]);
  expect([asked(), followed()]).toEqual([0, 1]);
});

test('it is watched while it is read from time to time, and no longer', async () => {
  const { find, followed, told, watches } = aShelf();
  const first = find('ORD-1');
  await vi.waitUntil(() => followed() === 1);
  told(1);
  await first;

  await vi.advanceTimersByTimeAsync(14_000);
  await find('ORD-1');
  await vi.advanceTimersByTimeAsync(14_000);
  const whileRead = followed();
  await vi.advanceTimersByTimeAsync(2_000);

  expect([whileRead, followed(), watches.size, vi.getTimerCount()]).toEqual([1, 0, 0, 0]);
});

test('a subscriber shares the watch that a reader started', async () => {
  const { find, followed, told, watches } = aShelf();
  const first = find('ORD-1');
  await vi.waitUntil(() => followed() === 1);
  told(1);
  const follower = watches.snapshots((await first) as never);
  await follower.next();

  await vi.advanceTimersByTimeAsync(60_000);
  const whileFollowed = [followed(), watches.size];
  await follower.return();
  await vi.waitUntil(() => followed() === 0);

  expect(whileFollowed).toEqual([1, 1]);
  expect(watches.size).toBe(0);
});

test('readers use at most half of the long polls', async () => {
  const longPolls = createBudget(2);
  longPolls.tryAcquire();
  const { find, asked, followed } = aShelf(longPolls);

  await find('ORD-1');
  await find('ORD-1');

  expect([asked(), followed()]).toEqual([2, 0]);
});

/** One running order in a double of the engine. */
function aShelf(longPolls = createBudget(9)) {
  const { parts, told } = aFollowedOrder();
  let follows = 0;
  const orders = {
    ...parts.orders,
    read: vi.fn(async () => ({ order: anOrderAt(0), journal: [] })),
    running: async () => null,
    async *follow(...asked: Parameters<typeof parts.orders.follow>) {
      follows += 1;
      yield* parts.orders.follow(...asked);
      follows -= 1;
    },
  };
  const underWay = { order: anOrderAt(0), asOf: '2026-01-01T00:00:00.000Z' } as BookedOrder;
  const book = { ...parts.book, find: async () => underWay };
  const watches = createOrderWatches({ ...parts, orders, book, longPolls });
  const { find } = createOrderLookup({ ...parts, orders, book, watches, log: openLog('test', 'silent') } as never)(
    null,
  );
  return { find, told, watches, asked: () => orders.read.mock.calls.length, followed: () => follows };
}
