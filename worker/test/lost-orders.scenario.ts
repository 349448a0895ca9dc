import { fulfillment } from '@waybill/contracts/domain';
import { forget } from '@waybill/orders-client/testing/forget';
import { describe, expect } from 'vitest';
import { patient } from './support/order.ts';
import { awaiting, undone, untilAsked } from './support/reading.ts';
import { ended, expectWhole, handleOf, nothingOf, orderIn, recovered, reset, untilBooked } from './support/recovery.ts';
import { scenario } from './support/scenario.ts';
import { hangs, losesItsReply } from './support/script.ts';

describe('an order that is lost', () => {
  scenario('while it waits for a person is compensated and closed', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);

    const outcome = await recovered(store, workers);

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
    expect(store.script.journal.slice(-2)).toEqual(['release', 'notify FAILURE']);
    expect(store.book.journal.map(({ type }) => type)).toContain('COMPENSATION_COMPLETED');
    expectWhole(store, 'FAILED');
  });

  scenario('is compensated in the reverse order of its plan', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true, plan: 'RESERVE_FIRST' }));
    await ended(store);

    await recovered(store, workers);

    const nothing = nothingOf('cancel label', 'cancel shipment', 'refund', 'release');
    expect(store.script.journal).toEqual(['reserve', ...nothing, 'release stock', 'notify FAILURE']);
    expectWhole(store, 'FAILED');
  });

  scenario(
    'while its customer is being notified stays shipped, and the customer is notified',
    async ({ shop, workers }) => {
      const store = shop(patient);
      store.script.scripts('notify', hangs);
      await store.places();
      await store.untilCalled('notify');
      await untilBooked(store, 'SHIPPED');
      await ended(store);
      store.script.scripts('notify', { kind: 'works' });

      const outcome = await recovered(store, workers);

      expect(outcome).toMatchObject({ status: 'SHIPPED', failure: null });
      expect(store.script.journal.slice(-2)).toEqual(['dispatch', 'notify CONFIRMATION']);
      expectWhole(store, 'SHIPPED');
    },
  );

  scenario(
    'while a package is recalled that was handed over nevertheless is fully compensated',
    async ({ shop, workers }) => {
      const store = shop();
      store.script.scripts('dispatch', losesItsReply);
      store.script.scripts('cancel label', hangs);
      await store.places();
      await store.untilCalled('cancel label');
      await untilBooked(store, 'COMPENSATING');
      await ended(store);
      store.script.scripts('cancel label', { kind: 'works' });

      const outcome = await recovered(store, workers);

      expect(outcome).toMatchObject({ status: 'FAILED' });
      expect(store.script.journal).toEqual(expect.arrayContaining(['cancel shipment', 'refund', 'release stock']));
      expectWhole(store, 'FAILED');
    },
  );

  scenario('during a cancellation ends cancelled', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    store.script.scripts('release', hangs);
    await store.tells('cancel', { reason: 'changed my mind' });
    await store.untilCalled('release');
    await ended(store);
    store.script.scripts('release', { kind: 'works' });

    const outcome = await recovered(store, workers);

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { code: 'CANCELLED', message: 'changed my mind' } });
    expect(store.script.journal.at(-1)).toBe('notify CANCELLATION');
    expectWhole(store, 'CANCELLED');
  });

  scenario(
    'is compensated once, although its recovery is terminated too and started again',
    async ({ shop, workers }) => {
      const store = await awaiting(shop({ requiresApproval: true }));
      await ended(store);
      store.script.scripts('release', hangs);
      await workers.engine.recover(store.placed.orderId);
      await store.untilCalled('release');
      await handleOf(store, workers).terminate();
      store.script.scripts('release', { kind: 'works' });

      const outcome = await recovered(store, workers);

      expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
      expect(store.script.journal.filter((effect) => effect === 'release')).toHaveLength(1);
      expect(undone(orderIn(store))).toHaveLength(5);
      expectWhole(store, 'FAILED');
    },
  );

  scenario('is left unchanged when its workflow was restored', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);
    await reset(store, workers);

    const outcome = await recovered(store, workers);
    await untilAsked(store);
    await store.tells('approve');

    expect(outcome).toBeNull();
    expect(await store.handle.result()).toMatchObject({ status: 'SHIPPED' });
    expectWhole(store, 'SHIPPED');
  });

  scenario('stays compensated when its workflow is restored too late', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);
    const outcome = await recovered(store, workers);
    const [order, entries] = [store.book.order(), store.book.journal.length];

    await workers.workersLeave();
    await reset(store, workers);
    await store.tells('approve');
    await workers.workersCome();

    expect(await store.handle.result()).toEqual(outcome);
    expect(store.book.order()).toEqual(order);
    expect(store.book.journal).toHaveLength(entries);
    expect(store.script.journal).not.toContain('reserve');
    expect(store.script.journal).not.toContain('capture');
  });

  scenario('and unknown to the engine is recovered from the book alone', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);
    await forget(workers.client, fulfillment.idFor(store.placed.orderId));

    const outcome = await recovered(store, workers);

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
    expectWhole(store, 'FAILED');
  });
});
