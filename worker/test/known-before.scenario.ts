import { fulfillment } from '@waybill/contracts/domain';
import { forget } from '@waybill/orders-client/testing/forget';
import { describe, expect } from 'vitest';
import { scenario } from './support/scenario.ts';
import type { TestShop } from './support/test-shop.ts';

const conflict = { status: 'FAILED', failure: { code: 'IDEMPOTENCY_CONFLICT', step: 'RECEIVE' } };

// The engine takes its time to forget: they wait for it together.
describe.concurrent('an order that is started again, long after it was closed', () => {
  scenario('stops when it is received: no provider is called, and the book is unchanged', async ({ shop, workers }) => {
    const store = shop();
    await store.fulfills();
    const before = traces(store);
    await forget(workers.client, fulfillment.idFor(store.placed.orderId));

    await store.places();

    expect(await store.handle.result()).toMatchObject(conflict);
    expect(traces(store)).toEqual(before);
  });

  scenario('stops with other content, too', async ({ shop, workers }) => {
    const store = shop();
    await store.fulfills();
    const before = traces(store);
    await forget(workers.client, fulfillment.idFor(store.placed.orderId));

    store.placed.fingerprint = 'f-other';
    await store.places();

    expect(await store.handle.result()).toMatchObject(conflict);
    expect(traces(store)).toEqual(before);
  });

  scenario('stops once the book is back, if that was unavailable', async ({ shop, workers }) => {
    const store = shop();
    await store.fulfills();
    const before = traces(store);
    await forget(workers.client, fulfillment.idFor(store.placed.orderId));
    store.book.goesAway();

    await store.places();
    await store.untilHistoryHas('EVENT_TYPE_ACTIVITY_TASK_SCHEDULED');
    store.book.isBack();

    expect(await store.handle.result()).toMatchObject(conflict);
    expect(traces(store)).toEqual(before);
  });
});

const traces = ({ book, script }: TestShop) => ({
  calls: [...script.calls],
  effects: [...script.journal],
  journal: [...book.journal],
  order: book.order(),
});
