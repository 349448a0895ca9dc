import type { Orders, WorkerPresence } from '@waybill/orders-client';
import { expect, test } from 'vitest';
import type { Book } from '../src/live/order-book.ts';
import { createServicesPort } from '../src/ports/services.ts';

const now = new Date('2026-01-01T00:10:00.000Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

/** What the port says of the workers that the engine lists. */
async function workersWith(listed: Pick<WorkerPresence, 'polledAt'>[]) {
  const workers = listed.map((each, at) => ({ identity: `worker-${at}`, build: 'b7', ...each }));
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

  expect(workers).toMatchObject({ ok: true, detail: '2 workers poll the queue of orders' });
});

test('after the death of every worker none polls, although the engine still lists them', async () => {
  expect(await workersWith([{ polledAt: before(100) }])).toMatchObject({
    ok: false,
    build: null,
    detail: 'No worker polls the queue of orders',
  });
});
