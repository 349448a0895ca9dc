import { describe, expect } from 'vitest';
import { scenario } from './support/scenario.ts';
import { fails, hangs, losesItsReply, refuses, works } from './support/script.ts';
import type { Shop } from './support/shop.ts';

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

describe('an order that waits for a manager', () => {
  scenario('goes on when it is approved', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tells('approve', { note: 'fine' });
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(step(order, 'AWAIT_APPROVAL')).toMatchObject({
      status: 'COMPLETED',
      detail: { approvedBy: 'maria', note: 'fine' },
    });
  });

  scenario('is rejected with the reason given, and its hold is released', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tells('reject', { reason: 'too many mugs' });
    const { outcome, order, effects } = await store.ends();

    expect(outcome).toMatchObject({
      status: 'REJECTED',
      failure: { code: 'MANAGER_REJECTED', message: 'too many mugs' },
    });
    expect(effects).toEqual(['authorize', 'release', 'notify REJECTION']);
    expect(undone(order)).toEqual(['RELEASE_PAYMENT COMPLETED']);
    expect(order.payment).toMatchObject({ status: 'RELEASED' });
  });

  scenario('expires when nobody decides in time, and its hold is released', async ({ shop }) => {
    const { outcome, effects } = await shop({ requiresApproval: true, approvalTimeoutMs: 150 }).fulfills();

    expect(outcome).toMatchObject({ status: 'EXPIRED', failure: { code: 'APPROVAL_TIMEOUT' } });
    expect(effects).toEqual(['authorize', 'release', 'notify EXPIRY']);
  });

  scenario('is approved without a person after the delay that was asked for', async ({ shop }) => {
    const { outcome, order } = await shop({ requiresApproval: true, autoApproveAfterMs: 50 }).fulfills();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(step(order, 'AWAIT_APPROVAL')).toMatchObject({ detail: { approvedBy: 'auto-approval' } });
  });

  scenario('is cancelled by its customer, and its hold is released', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tells('cancel', { reason: 'changed my mind' });
    const { outcome, order, effects } = await store.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { code: 'CANCELLED', message: 'changed my mind' } });
    expect(effects).toEqual(['authorize', 'release', 'notify CANCELLATION']);
    expect(step(order, 'AWAIT_APPROVAL')).toMatchObject({ status: 'CANCELLED' });
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

describe('an order whose provider is broken', () => {
  scenario('undoes a hold that may have been made, and ends for an engineer', async ({ shop }) => {
    const store = shop();
    store.script.scripts('authorize', losesItsReply);

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toEqual({ workflowFailed: 'scripted: the reply was lost' });
    expect(order).toMatchObject({ status: 'FAILED', failure: { code: 'STEP_FAILED', step: 'AUTHORIZE_PAYMENT' } });
    expect(step(order, 'AUTHORIZE_PAYMENT')).toMatchObject({ status: 'FAILED', attempt: 2 });
    expect(effects).toEqual(['authorize', 'release', 'notify FAILURE']);
  });

  scenario('undoes a charge that never was, and closes the door behind it', async ({ shop }) => {
    const store = shop();
    store.script.scripts('capture', fails);

    const { order, effects } = await store.fulfills();

    expect(effects).toEqual([
      ...['authorize', 'reserve'],
      ...['refund: nothing to do', 'release stock', 'release'],
      'notify FAILURE',
    ]);
    expect(undone(order)).toEqual([
      'REFUND_PAYMENT SKIPPED',
      'RELEASE_INVENTORY COMPLETED',
      'RELEASE_PAYMENT COMPLETED',
    ]);
  });

  scenario('cancels the label first when the carrier stops answering', async ({ shop }) => {
    const store = shop({ patience: { CREATE_LABEL: { attempts: 1, timeoutMs: 600 } } });
    store.script.scripts('label', hangs);

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ workflowFailed: expect.any(String) });
    expect(order.failure).toMatchObject({ step: 'CREATE_LABEL' });
    expect(effects.slice(4)).toEqual([
      ...['cancel label: nothing to do', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      'notify FAILURE',
    ]);
  });

  scenario('is undone by the parent when the carrier does not take the parcel', async ({ shop }) => {
    const store = shop();
    store.script.scripts('dispatch', fails);

    const { order, effects } = await store.fulfills();

    expect(order).toMatchObject({ status: 'FAILED', failure: { code: 'STEP_FAILED', step: 'DISPATCH_CARRIER' } });
    expect(effects.slice(5)).toEqual([
      ...['cancel label', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      'notify FAILURE',
    ]);
  });

  scenario('goes on when it works again before patience runs out', async ({ shop }) => {
    const store = shop();
    store.script.scripts('capture', losesItsReply, works);

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(step(order, 'CAPTURE_PAYMENT')).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    expect(effects.filter((effect) => effect === 'capture')).toHaveLength(1);
  });

  scenario('tries an undo until it works', async ({ shop }) => {
    const store = shop();
    store.script.scripts('reserve', refuses('OUT_OF_STOCK'));
    store.script.scripts('release', fails, fails, works);

    const { order } = await store.fulfills();

    expect(order.compensations).toMatchObject([{ name: 'RELEASE_PAYMENT', status: 'COMPLETED', attempt: 3 }]);
  });
});

async function awaiting(store: Shop): Promise<Shop> {
  await store.places();
  await store.until(({ status }) => status === 'AWAITING_APPROVAL');
  return store;
}

type Ended = Awaited<ReturnType<Shop['ends']>>['order'];

const step = ({ steps }: Ended, name: string) => steps.find((candidate) => candidate.name === name);

const undone = ({ compensations }: Ended) => compensations.map(({ name, status }) => `${name} ${status}`);
