import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { describe, expect } from 'vitest';
import { patient } from './support/order.ts';
import { mug } from './support/products.ts';
import { awaiting, refusals } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { fails, gate, losesItsReply, refuses, works } from './support/script.ts';

const totalAmount = defineSearchAttributeKey('totalAmount', SearchAttributeType.DOUBLE);

describe('an item that is added while an order waits', () => {
  scenario('is held for, charged and shipped with the rest', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tells('addItem', { item: mug });
    await store.until(({ items }) => items.length === 2);
    await store.tells('approve');
    const { order } = await store.ends();

    expect(order).toMatchObject({
      status: 'SHIPPED',
      total: { amountMinor: 2700 },
      payment: { authorized: { amountMinor: 2700 }, captured: { amountMinor: 2700 } },
    });
  });

  scenario('changes the total by which the order can be searched', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tells('addItem', { item: mug });
    await store.until(({ items }) => items.length === 2);
    const { typedSearchAttributes } = await store.handle.describe();

    expect(typedSearchAttributes.get(totalAmount)).toBe(27);
    await store.tells('reject', { reason: 'enough' });
    await store.ends();
  });

  scenario('that the payment provider refuses to hold leaves the order unchanged', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    store.script.scripts('authorize', refuses('PAYMENT_DECLINED'));

    await store.tells('addItem', { item: mug });
    const order = await store.until(({ verdicts }) => verdicts.length === 1);

    expect(refusals(order)).toEqual(['PAYMENT_REFUSED']);
    expect(order).toMatchObject({ status: 'AWAITING_APPROVAL', total: { amountMinor: 1800 }, items: [{ sku: 'MUG' }] });
    await store.tells('approve');
    expect((await store.ends()).outcome).toMatchObject({ status: 'SHIPPED' });
  });

  scenario('whose hold may have grown reduces the hold again', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    store.script.scripts('authorize', losesItsReply, fails, works);

    await store.tells('addItem', { item: mug });
    const order = await store.until(({ verdicts }) => verdicts.length === 1);

    expect(refusals(order)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(order.payment).toMatchObject({ authorized: { amountMinor: 1800 } });
    await store.tells('reject', { reason: 'enough' });
    expect((await store.ends()).order.compensations).toMatchObject([{ name: 'RELEASE_PAYMENT', status: 'COMPLETED' }]);
  });

  scenario('whose hold cannot be reduced either is released when nobody decides in time', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true, approvalTimeoutMs: 4_000 }));
    store.script.scripts('authorize', fails);

    await store.tells('addItem', { item: mug });
    const { outcome, order, effects } = await store.ends();

    expect(outcome).toMatchObject({ status: 'EXPIRED' });
    expect(effects).toEqual(['authorize', 'release', 'notify EXPIRY']);
    expect(refusals(order)).toEqual(['ORDER_CLOSED']);
  });

  scenario('is not on the order once an approval has overtaken it, and no money is held for it', async ({ shop }) => {
    const store = await awaiting(shop({ ...patient, requiresApproval: true }));
    const bank = gate();
    store.script.scripts('authorize', bank.turn);

    await store.tells('addItem', { item: mug });
    await store.untilCalled('authorize', 2);
    await store.tells('approve');
    await store.until(({ status }) => status === 'APPROVED');
    bank.open();
    const { order } = await store.ends();

    expect(refusals(order).toSorted()).toEqual(['ORDER_NOT_AWAITING_APPROVAL', null]);
    expect(order).toMatchObject({
      status: 'SHIPPED',
      items: [{ sku: 'MUG' }],
      total: { amountMinor: 1800 },
      payment: { authorized: { amountMinor: 1800 }, captured: { amountMinor: 1800 } },
    });
  });

  scenario(
    'is not on the order once an approval has overtaken it, and no stock is reserved for it',
    async ({ shop }) => {
      const store = await awaiting(shop({ ...patient, requiresApproval: true, plan: 'RESERVE_FIRST' }));
      const warehouse = gate();
      store.script.scripts('reserve', warehouse.turn);

      await store.tells('addItem', { item: mug });
      await store.untilCalled('reserve', 2);
      await store.tells('approve');
      await store.until(({ status }) => status === 'APPROVED');
      warehouse.open();
      const { order } = await store.ends();

      expect(order).toMatchObject({
        status: 'SHIPPED',
        items: [{ sku: 'MUG' }],
        payment: { captured: { amountMinor: 1800 } },
      });
      expect(store.script.calls.filter((call) => call === 'reserve')).toHaveLength(3);
    },
  );
});
