import { describe, expect } from 'vitest';
import { patient } from './support/order.ts';
import { mug } from './support/products.ts';
import { awaiting, refusals } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { gate } from './support/script.ts';
import type { TestShop } from './support/test-shop.ts';

const secondStreet = { street: '2 Second Street', city: 'London', state: null, zip: 'N2', country: 'GB' };

const said = ({ book }: TestShop, type: string) => book.journal.filter((entry) => entry.type === type);

describe('a command', () => {
  scenario('that arrives twice is one command', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tellsAll(['addItem', { commandId: 'c-1', item: mug }], ['addItem', { commandId: 'c-1', item: mug }]);
    await store.until(({ verdicts }) => verdicts.length > 0);
    await store.tells('approve');
    const { order } = await store.ends();

    expect(order.items).toHaveLength(2);
    expect(store.book.journal.filter(({ type }) => type === 'ITEM_ADDED')).toHaveLength(1);
  });

  scenario('reaches the provider and the book under the correlation id of its request', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tells('addItem', { item: mug, correlationId: 'cor-add' });
    await store.until(({ items }) => items.length === 2);
    await store.tells('cancel', { reason: 'no longer', correlationId: 'cor-cancel' });
    const { order } = await store.ends();

    expect(store.script.heardUnder('authorize')).toEqual([store.placed.correlationId, 'cor-add']);
    expect(store.book.heardUnder).toEqual(
      expect.arrayContaining([store.placed.correlationId, 'cor-add', 'cor-cancel']),
    );
    expect(order).toMatchObject({ status: 'CANCELLED', endedBy: 'maria' });
    expect(said(store, 'ITEM_ADDED')).toMatchObject([{ actor: 'maria', detail: { correlationId: 'cor-add' } }]);
    expect(said(store, 'STATUS_CHANGED').filter(({ actor }) => actor)).toMatchObject([
      { actor: 'maria', detail: { to: 'COMPENSATING', correlationId: 'cor-cancel' } },
      { actor: 'maria', detail: { to: 'CANCELLED', correlationId: 'cor-cancel' } },
    ]);
  });

  scenario('to approve before the order awaits approval is refused', async ({ shop }) => {
    const store = shop();

    await store.placesAndTells('approve');
    const { order } = await store.ends();

    expect(refusals(order)).toEqual(['ORDER_NOT_AWAITING_APPROVAL']);
  });

  scenario('that is invalid changes nothing and is journaled', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tellsAll(['approve', { commandId: 'not a command id!' }], ['reject', { reason: 7 }], ['cancel', {}]);
    await store.tells('approve');
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(refusals(order)).toEqual([null]);
    expect(store.book.journal.filter(({ type }) => type === 'COMMAND_REFUSED')).toMatchObject(
      ['approve', 'reject', 'cancel'].map((command) => ({ detail: { command, code: 'INVALID_INPUT' } })),
    );
  });
});

describe('an address', () => {
  scenario('can be changed until the label is started', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.tells('changeAddress', { address: secondStreet });
    await store.tells('approve');
    const { order } = await store.ends();

    expect(store.script.labelledTo()).toBe('2 Second Street');
    expect(order.shippingAddress).toEqual(secondStreet);
    expect(store.book.journal.find(({ type }) => type === 'ADDRESS_UPDATED')).toMatchObject({
      actor: 'maria',
      detail: { from: { street: '1 First Street' }, to: { street: '2 Second Street' } },
    });
  });

  scenario('that was changed meanwhile is not changed by a command that is based on the old one', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    const { shippingAddress: from } = await store.until(() => true);
    const moves = (street: string) => store.tells('changeAddress', { address: { ...from, street }, from });

    await moves('2 Second Street');
    await moves('3 Third Street');
    await store.until(({ verdicts }) => verdicts.length === 2);
    await store.tells('approve');
    const { order } = await store.ends();

    expect(refusals(order)).toEqual([null, 'INVALID_INPUT', null]);
    expect(store.script.labelledTo()).toBe('2 Second Street');
  });

  scenario('is locked from then on', async ({ shop }) => {
    const store = shop(patient);
    const carrier = gate();
    store.script.scripts('label', carrier.turn);
    await store.places();
    await store.untilCalled('label');

    await store.tells('changeAddress', { address: secondStreet });
    await store.until(({ verdicts }) => verdicts.length === 1);
    carrier.open();
    const { order } = await store.ends();

    expect(refusals(order)).toEqual(['ADDRESS_LOCKED']);
    expect(store.script.labelledTo()).toBe('1 First Street');
  });
});
