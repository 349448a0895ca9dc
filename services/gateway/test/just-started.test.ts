import type { BookedOrder, BookedRun } from '@waybill/contracts';
import { NotRunning } from '@waybill/orders-client';
import { expect, test, vi } from 'vitest';
import { createOrderSource } from '../src/live/order-source.ts';
import { createRunSnapshots } from '../src/live/run-snapshot.ts';
import { createRunSource } from '../src/live/run-source.ts';
import { Watch } from '../src/live/watch/watch.ts';
import { aFollowedOrder, anOrderAt } from './support/order-in-test.ts';

const notRunning = () => Promise.reject(new NotRunning('Nothing is running under this id'));

test('an order whose workflow starts right after it was looked for is not lost', async () => {
  const { parts } = aFollowedOrder();
  const started = { read: notRunning, isRunning: async () => true, placedAs: async () => anOrderAt(1) };

  const order = await createOrderSource({ ...parts, orders: { ...parts.orders, ...started } }).endedOrLost('ORD-1');

  expect([order?.revision, order?.attention ?? null]).toEqual([1, null]);
});

test('neither is one that is recorded by then: it is not reported to the book', async () => {
  const { parts } = aFollowedOrder();
  const open = { order: anOrderAt(2), asOf: '2026-01-01T00:00:00.000Z' } as BookedOrder;
  const book = { ...parts.book, find: async () => open, byIds: async () => [open], setAttention: vi.fn() };
  const orders = { ...parts.orders, isRunning: async () => true };
  const source = createOrderSource({ ...parts, orders, book });

  const found = [await source.endedOrLost('ORD-1'), ...(await source.endedOrLostTogether(['ORD-1']))];

  expect(found.map((order) => [order?.revision, order?.attention ?? null])).toEqual([
    [2, null],
    [2, null],
  ]);
  expect(book.setAttention).not.toHaveBeenCalled();
});

test('an order that is open in the book and whose workflow does not run is lost, and the book is told', async () => {
  const { parts } = aFollowedOrder();
  const open = { order: anOrderAt(2), asOf: '2026-01-01T00:00:00.000Z' } as BookedOrder;
  const book = { ...parts.book, find: async () => open, setAttention: vi.fn(async () => undefined) };

  const order = await createOrderSource({ ...parts, book: book as never }).endedOrLost('ORD-1');

  expect(order?.attention).toBe('LOST');
  expect(book.setAttention).toHaveBeenCalledOnce();
});

test.each([
  [true, null],
  [false, 'LOST'],
])(
  'a run that is open in the book, and whose workflow runs: %s, has the attention %s',
  async (isRunning, attention) => {
    const run = { runId: 'RUN-1', closedAt: null, revision: 1, steps: [], compensations: [] };
    const booked = { run, asOf: '2026-01-01T00:00:00.000Z' } as unknown as BookedRun;
    const book = { find: async () => booked, byIds: async () => [booked] };
    const source = createRunSource({
      runs: { isRunning: async () => isRunning } as never,
      book: book as never,
      snapshots: createRunSnapshots(() => new Date(0), undefined),
    });

    const found = [await source.endedOrLost('RUN-1'), ...(await source.endedOrLostTogether(['RUN-1']))];

    expect(found.map((each) => each?.attention ?? null)).toEqual([attention, attention]);
  },
);

test('who follows an order before it has started follows it live from its start', async () => {
  const { parts, told, end } = aFollowedOrder();
  let looks = 0;
  const orders = {
    ...parts.orders,
    isRunning: async () => true,
    placedAs: async () => anOrderAt(0),
    async *follow(...asked: Parameters<typeof parts.orders.follow>) {
      if (looks++ === 0) await notRunning();
      yield* parts.orders.follow(...asked);
    },
  };
  const source = createOrderSource({ ...parts, orders });
  const watch = new Watch('ORD-1', { ...parts, source });

  const watched = watch.run();
  await expect.poll(() => looks).toBe(2);
  told(1);
  await expect.poll(() => watch.latest?.revision).toBe(1);
  const inSync = watch.inSync;
  end();
  await watched;

  expect([inSync, watch.failure]).toEqual([true, undefined]);
});
