import { setTimeout as pause } from 'node:timers/promises';
import { fulfillment } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { patient } from './support/order.ts';
import { scenario } from './support/scenario.ts';
import { gate } from './support/script.ts';
import type { TestShop } from './support/test-shop.ts';

describe('an order whose task waits for a slow book', () => {
  scenario('and is cancelled meanwhile does the same when its history is replayed', async ({ shop, workers }) => {
    const store = shop(patient);
    const authorized = gate();
    const booked = promised();
    store.script.scripts('authorize', authorized.turn);

    await store.places({ workflowTaskTimeout: '1s' }); // a task that takes longer is given back, and goes on as the next
    await store.untilCalled('authorize');
    store.book.takes(() => booked.promise);
    authorized.open();
    await store.untilHistoryHas('EVENT_TYPE_WORKFLOW_TASK_STARTED', 4);
    await store.tells('cancel', { reason: 'changed my mind' });
    await store.untilHistoryHas('EVENT_TYPE_WORKFLOW_TASK_STARTED', 6);
    booked.keep();
    const { order } = await store.ends();

    expect(order.status).toBe('CANCELLED');
    await expect(workers.replays(await store.handle.fetchHistory())).resolves.toBeUndefined();
  });
});

describe('orders under constant queries and signals', () => {
  scenario('do the same when their histories are replayed', async ({ shop, workers }) => {
    const stores = Array.from({ length: 6 }, () => shop());
    for (const [n, { book }] of stores.entries()) book.takes(() => pause(4 * n));

    await Promise.all(stores.map(pestered));

    for (const { handle } of stores)
      await expect(workers.replays(await handle.fetchHistory())).resolves.toBeUndefined();
  });
});

/** A query that comes with a task has the task answered before its local activities are done. */
async function pestered(store: TestShop): Promise<void> {
  let ended = false;
  // On a busy machine the engine may give up a question before a worker takes it: it is asked again.
  const asks = async () => {
    for (; !ended; await pause(5)) await store.handle.query(fulfillment.queries.order, 0).catch(() => undefined);
  };
  const tells = async () => {
    for (let n = 1; n <= 40; n++) {
      await store.tells('approve', { commandId: `out-of-turn-${n}` });
      await pause((7 * n) % 30);
    }
  };
  const lastly = gate();
  store.script.scripts('notify', lastly.turn);
  await store.places();
  const asking = Promise.all([asks(), asks()]);
  await tells();
  lastly.open();
  await store.ends();
  ended = true;
  await asking;
}

function promised() {
  let keep = () => {};
  const promise = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}
