import proto from '@temporalio/proto';
import { fulfillment } from '@waybill/contracts/domain';
import { expect, inject, onTestFinished, test } from 'vitest';
import { holdingQueries } from './support/held-queries.ts';
import { gate } from './support/script.ts';
import { TestShop } from './support/test-shop.ts';
import { openTestWorkers } from './support/test-workers.ts';

const { EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT } = proto.temporal.api.enums.v1.EventType;
const patient = { AUTHORIZE_PAYMENT: { attempts: 1, firstRetryMs: 10, timeoutMs: 60_000 } };

test('a query that reaches the worker late replaces no task of an order whose book is slow', async () => {
  const engine = inject('temporalAddress');
  const queries = await holdingQueries(engine);
  const workers = await openTestWorkers(engine, queries.address);
  onTestFinished(async () => {
    await workers.close();
    queries.close();
  });
  const store = new TestShop(workers.client, { patience: patient });
  workers.shops.set(store.placed.orderId, store);
  const authorized = gate();
  store.script.scripts('authorize', authorized.turn);
  await store.places();
  await store.untilCalled('authorize');
  await store.hears();

  const { isHeld, release } = queries.holdNext();
  const asked = store.handle.query(fulfillment.queries.order, 0);
  await isHeld;
  const writing = new Promise<void>((resolve) => {
    store.book.takes(async () => {
      resolve();
      await asked;
    });
  });
  await store.tells('approve', { commandId: 'too-early-1' });
  await writing;
  await store.tells('approve', { commandId: 'too-early-2' });
  release();
  await asked;
  authorized.open();
  await store.ends();

  const history = await store.handle.fetchHistory();
  expect((history.events ?? []).map(({ eventType }) => eventType)).not.toContain(EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT);
  await expect(workers.replays(history)).resolves.toBeUndefined();
});
