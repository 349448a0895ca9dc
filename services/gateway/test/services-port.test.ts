import type { Orders, QueueWorkers, TaskRoute, WorkerPresence, Workers } from '@waybill/orders-client';
import { expect, test } from 'vitest';
import type { Book } from '../src/live/order-book.ts';
import { createServicesPort } from '../src/ports/services.ts';

const now = new Date('2026-01-01T00:10:00.000Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

const toUnversioned: TaskRoute = { version: null, is: 'current', percent: 100 };

type Listed = Partial<WorkerPresence>[];

const queueWith = (listed: Listed, routes = [toUnversioned]): QueueWorkers => ({
  pollers: listed.map((each, at) => ({
    identity: `worker-${at}`,
    build: 'b7',
    version: null,
    polledAt: before(5),
    ...each,
  })),
  routes,
});

const polled = queueWith([{}]);

/** What the port says of the workers that the engine lists for the queue of orders. */
const workersWith = (listed: Listed, routes?: TaskRoute[]) =>
  healthOf({ orders: queueWith(listed, routes), shipments: polled });

/** What the port says of the workers of both queues. */
async function healthOf(workers: Workers) {
  const { health } = createServicesPort({
    orders: { reachable: async () => true, workers: async () => workers } as unknown as Orders,
    book: { changes: async () => ({ changes: [], cursor: '0' }) } as unknown as Book,
    providers: { ready: async () => undefined } as never,
    now: () => now,
  });
  return (await health()).find(({ name }) => name === 'workers');
}

test('a worker that the engine has not heard of for longer than a poll lasts is not counted', async () => {
  const workers = await workersWith([{ polledAt: before(5) }, { polledAt: before(70) }, { polledAt: before(120) }]);

  expect(workers).toMatchObject({
    ok: true,
    detail: '2 workers poll the queue of orders and 1 worker polls the queue of shipments',
  });
});

test('after the death of every worker none polls, although the engine still lists them', async () => {
  expect(await workersWith([{ polledAt: before(100) }])).toMatchObject({
    ok: false,
    detail: 'No worker polls the queue of orders',
  });
});

const current: TaskRoute = { version: 'waybill:b8', is: 'current', percent: 100 };

test('workers of a build that is not current are not available: the detail names both builds', async () => {
  expect(await workersWith([{ version: 'waybill:b7' }], [current])).toMatchObject({
    ok: false,
    build: 'b7',
    detail:
      'Tasks of orders go to build waybill:b8 (current), but the queue of orders is polled by build waybill:b7 only',
  });
});

test('while no build is current, versioned workers are not available', async () => {
  expect(await workersWith([{ version: 'waybill:b7' }])).toMatchObject({
    ok: false,
    detail:
      'Tasks of orders go to workers without versioning (no build is current), but the queue of orders is polled by build waybill:b7 only',
  });
});

test('once a build is current, workers without versioning are not available', async () => {
  expect(await workersWith([{ version: null }], [current])).toMatchObject({
    ok: false,
    detail:
      'Tasks of orders go to build waybill:b8 (current), but the queue of orders is polled by workers without versioning only',
  });
});

test.each<[string, string[], boolean]>([
  ['both builds poll', ['waybill:b8', 'waybill:b9'], true],
  ['only the current one polls', ['waybill:b8'], false],
  ['only the ramping one polls', ['waybill:b9'], false],
])(
  'while a build ramps up, workers are available only if each build that gets tasks polls: %s',
  async (_, versions, ok) => {
    const polling = versions.map((version) => ({ version }));
    const ramp: TaskRoute[] = [
      { ...current, percent: 90 },
      { version: 'waybill:b9', is: 'ramping', percent: 10 },
    ];

    expect(await workersWith(polling, ramp)).toMatchObject({ ok });
  },
);

test('the workers of the build before are beside those of the current one', async () => {
  const polling = [{ version: 'waybill:b7' }, { version: 'waybill:b8', build: 'b8' }];

  expect(await workersWith(polling, [current])).toMatchObject({
    ok: true,
    build: 'b7, b8',
    detail: '2 workers poll the queue of orders and 1 worker polls the queue of shipments',
  });
});

test('without workers for shipments every order waits for its label: the detail names their queue', async () => {
  expect(await healthOf({ orders: polled, shipments: queueWith([{ polledAt: before(100) }]) })).toMatchObject({
    ok: false,
    build: 'b7',
    detail: 'No worker polls the queue of shipments',
  });
});

test('workers for shipments of a build that is not current are not available', async () => {
  const shipments = queueWith([{ version: 'waybill:b7' }], [current]);

  expect(
    await healthOf({ orders: queueWith([{ version: 'waybill:b8', build: 'b8' }], [current]), shipments }),
  ).toMatchObject({
    ok: false,
    build: 'b8, b7',
    detail:
      'Tasks of shipments go to build waybill:b8 (current), but the queue of shipments is polled by build waybill:b7 only',
  });
});

test('without any worker the detail names both queues', async () => {
  expect(await healthOf({ orders: queueWith([]), shipments: queueWith([]) })).toMatchObject({
    ok: false,
    build: null,
    detail: 'No worker polls the queue of orders, and no worker polls the queue of shipments',
  });
});
