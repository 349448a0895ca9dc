import { describe, expect } from 'vitest';
import { patient } from './support/order.ts';
import { awaiting, untilAsked } from './support/reading.ts';
import { expectNothingKept, expectWhole, reset, untilBooked, untilClosed } from './support/recovery.ts';
import { scenario } from './support/scenario.ts';
import { hangs } from './support/script.ts';
import type { TestShop } from './support/test-shop.ts';

/** Places the shop's order, and waits until its label is being made, which takes for ever. */
async function labeling(store: TestShop): Promise<TestShop> {
  store.script.scripts('label', hangs);
  await store.places();
  await store.untilCalled('label');
  await untilBooked(store, 'PROCESSING');
  return store;
}

describe('an order whose workflow is reset', () => {
  scenario('during the label, and is then cancelled, keeps no money and no stock', async ({ shop, workers }) => {
    const store = await labeling(shop(patient));

    await workers.workersLeave();
    await reset(store, workers, 'first');
    await store.tells('cancel', { reason: 'changed my mind' });
    await workers.workersCome();

    expect(await untilClosed(store)).toMatchObject({ status: 'CANCELLED', endedBy: 'maria' });
    expectNothingKept(store);
    expectWhole(store, 'CANCELLED');
  });

  scenario('to before completed steps is fully compensated by its recovery', async ({ shop, workers }) => {
    const store = await labeling(shop(patient));

    await reset(store, workers, 'first');

    expect(await untilClosed(store)).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
    expectNothingKept(store);
    expectWhole(store, 'FAILED');
  });

  scenario('during the label continues if its history contains everything that was done', async ({ shop, workers }) => {
    const store = await labeling(shop(patient));
    await store.tells('approve');
    await store.until(({ verdicts }) => verdicts.length > 0);

    store.script.scripts('label', { kind: 'works' });
    await reset(store, workers);

    expect(await store.handle.result()).toMatchObject({ status: 'SHIPPED' });
    expectWhole(store, 'SHIPPED');
  });

  scenario('when it has shipped stays shipped, whatever its new run receives', async ({ shop, workers }) => {
    const store = shop();
    const { outcome, order } = await store.fulfills();
    const effects = [...store.script.journal];

    await workers.workersLeave();
    await reset(store, workers, 'first');
    await store.tells('cancel', { reason: 'changed my mind' });
    await workers.workersCome();

    expect(await store.handle.result()).toEqual(outcome);
    expect(store.book.order()).toEqual(order);
    expect(store.script.journal).toEqual(effects);
  });

  scenario('before any step is fulfilled', async ({ shop, workers }) => {
    const store = shop(patient);
    store.script.scripts('profile', hangs);
    await store.places();
    await store.untilCalled('profile');
    store.script.scripts('profile', { kind: 'works' });

    await reset(store, workers, 'first');

    expect(await store.handle.result()).toMatchObject({ status: 'SHIPPED' });
    expectWhole(store, 'SHIPPED');
  });

  scenario('while it waits for a person, and is then cancelled, keeps no money', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await reset(store, workers);
    await untilAsked(store);
    await store.tells('cancel', { reason: 'changed my mind' });

    expect(await untilClosed(store)).toMatchObject({ status: 'CANCELLED', endedBy: 'maria' });
    expectNothingKept(store);
    expectWhole(store, 'CANCELLED');
  });

  scenario('twice while it waits for a person is shipped when it is approved', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await reset(store, workers);
    await untilAsked(store);
    await store.untilHistoryHas('EVENT_TYPE_ACTIVITY_TASK_COMPLETED', 2);
    await reset(store, workers);
    await untilAsked(store);
    await store.tells('approve');

    expect(await store.handle.result()).toMatchObject({ status: 'SHIPPED' });
    expectWhole(store, 'SHIPPED');
    await workers.replays(await store.handle.fetchHistory());
  });
});
