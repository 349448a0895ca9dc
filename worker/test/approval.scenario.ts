import { describe, expect } from 'vitest';
import { awaiting, refusals, step, undone } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { gate } from './support/script.ts';

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

  scenario('is approved automatically after the requested delay', async ({ shop }) => {
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

describe('two people who decide in the same moment', () => {
  scenario('get the first decision, whoever made it', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await workers.workersLeave();
    await store.tellsAll(['approve', {}], ['reject', { reason: 'no' }], ['approve', {}]);
    await workers.workersCome();
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(refusals(order)).toEqual([null, 'ORDER_NOT_AWAITING_APPROVAL', 'ORDER_NOT_AWAITING_APPROVAL']);
  });

  scenario('find a rejected order closed', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await workers.workersLeave();
    await store.tellsAll(['reject', { reason: 'no' }], ['approve', {}], ['cancel', { reason: 'me too' }]);
    await workers.workersCome();
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'REJECTED' });
    expect(refusals(order)).toEqual([null, 'ORDER_CLOSED', 'ORDER_CLOSED']);
  });
});

describe('an approval', () => {
  scenario('at the moment of the deadline still counts', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true, approvalTimeoutMs: 4_000 }));

    await workers.workersLeave();
    await store.tells('approve');
    await store.untilHistoryHas('EVENT_TYPE_TIMER_FIRED');
    await workers.workersCome();
    const { outcome } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
  });

  scenario(
    'right after the deadline counts too, while no worker has processed the deadline',
    async ({ shop, workers }) => {
      const store = await awaiting(shop({ requiresApproval: true, approvalTimeoutMs: 4_000 }));

      await workers.workersLeave();
      await store.untilHistoryHas('EVENT_TYPE_TIMER_FIRED');
      await store.tells('approve');
      await workers.workersCome();
      const { outcome, order } = await store.ends();

      expect(outcome).toMatchObject({ status: 'SHIPPED' });
      expect(refusals(order)).toEqual([null]);
    },
  );

  scenario('that comes after an order has expired finds it closed', async ({ shop }) => {
    const store = shop({ requiresApproval: true, approvalTimeoutMs: 150 });
    const bank = gate();
    store.script.scripts('release', bank.turn);
    await store.places();
    await store.untilCalled('release');

    await store.tells('approve');
    await store.until(({ verdicts }) => verdicts.length === 1);
    bank.open();
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'EXPIRED' });
    expect(refusals(order)).toEqual(['ORDER_CLOSED']);
  });
});
