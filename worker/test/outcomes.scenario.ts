import { describe, expect } from 'vitest';
import { step, undone } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { fails, hangs, refuses } from './support/script.ts';

describe('a happy order', () => {
  scenario('is paid once, shipped once, and the customer is told', async ({ shop }) => {
    const { outcome, order, effects } = await shop().fulfills();

    expect(outcome).toEqual({ status: 'SHIPPED', failure: null, trackingNumber: 'TRACK-1' });
    expect(effects).toEqual(['authorize', 'reserve', 'capture', 'prepare', 'label', 'dispatch', 'notify CONFIRMATION']);
    expect(order).toMatchObject({
      status: 'SHIPPED',
      progress: 100,
      compensations: [],
      payment: { status: 'CAPTURED' },
    });
  });

  scenario('ships although the customer cannot be told, and the failed step shows', async ({ shop }) => {
    const store = shop();
    store.script.scripts('notify', fails);

    const { outcome, order } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(order.steps.at(-1)).toMatchObject({ name: 'NOTIFY_CUSTOMER', status: 'FAILED', attempt: 2 });
    expect(order.closedAt).not.toBeNull();
  });

  scenario('goes on without what cannot be known, each part for itself', async ({ shop }) => {
    const store = shop();
    store.script.scripts('profile', fails);
    store.script.scripts('check', hangs);

    const { outcome, order } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(step(order, 'ENRICH')).toMatchObject({
      status: 'COMPLETED',
      detail: { customer: null, inStock: null, recommendations: ['PEN'] },
    });
  });

  scenario('reserves before it holds money when its plan says so', async ({ shop }) => {
    const { effects } = await shop({ plan: 'RESERVE_FIRST' }).fulfills();

    expect(effects).toEqual(['reserve', 'authorize', 'capture', 'prepare', 'label', 'dispatch', 'notify CONFIRMATION']);
  });
});

describe('an order that is refused', () => {
  scenario('before anyone is asked calls no provider', async ({ shop }) => {
    const { outcome, order, effects } = await shop({ items: [] }).fulfills();

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'VALIDATION_FAILED', step: 'VALIDATE' } });
    expect(effects).toEqual(['notify FAILURE']);
    expect(order.compensations).toEqual([]);
  });

  scenario('by the bank has nothing to undo', async ({ shop }) => {
    const store = shop();
    store.script.scripts('authorize', refuses('PAYMENT_DECLINED'));

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toMatchObject({
      status: 'FAILED',
      failure: { code: 'PAYMENT_DECLINED', step: 'AUTHORIZE_PAYMENT' },
    });
    expect(effects).toEqual(['notify FAILURE']);
    expect(order).toMatchObject({ compensations: [], payment: { status: 'FAILED' } });
  });

  scenario('by the warehouse gives the hold back', async ({ shop }) => {
    const store = shop();
    store.script.scripts('reserve', refuses('OUT_OF_STOCK'));

    const { outcome, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'OUT_OF_STOCK' } });
    expect(effects).toEqual(['authorize', 'release', 'notify FAILURE']);
  });

  scenario('at capture gives the stock back, and finds its hold dead', async ({ shop }) => {
    const store = shop();
    store.script.scripts('capture', refuses('AUTHORIZATION_EXPIRED'));

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'AUTHORIZATION_EXPIRED' } });
    expect(effects).toEqual(['authorize', 'reserve', 'release stock', 'release: nothing to do', 'notify FAILURE']);
    expect(undone(order)).toEqual(['RELEASE_INVENTORY COMPLETED', 'RELEASE_PAYMENT SKIPPED']);
    expect(order.payment).toMatchObject({ status: 'FAILED' });
  });

  scenario('by the carrier, for its address, is refunded and gives the stock back', async ({ shop }) => {
    const store = shop();
    store.script.scripts('label', refuses('ADDRESS_REFUSED'));

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'ADDRESS_REFUSED', step: 'CREATE_LABEL' } });
    expect(effects).toEqual([
      ...['authorize', 'reserve', 'capture', 'prepare'],
      ...['cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      'notify FAILURE',
    ]);
    expect(undone(order)).toEqual([
      'CANCEL_SHIPMENT COMPLETED',
      'REFUND_PAYMENT COMPLETED',
      'RELEASE_INVENTORY COMPLETED',
      'RELEASE_PAYMENT SKIPPED',
    ]);
  });
});
