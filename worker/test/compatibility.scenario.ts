import { compatibilityNames } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { awaiting, step } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import type { TestShop } from './support/test-shop.ts';

const { signals, queries } = compatibilityNames;

const decided = (store: TestShop, count: number) => store.until(({ verdicts }) => verdicts.length === count);

describe('an order accepts the signals of another system', () => {
  scenario(
    'to add a product by its name and quantity, at the price of the catalogue, and to approve',
    async ({ shop }) => {
      const store = await awaiting(shop({ requiresApproval: true }));

      await store.handle.signal(signals.addItem, { SKU: 'PEN', Quantity: 2 });
      await decided(store, 1);
      await store.handle.signal(signals.approve, { ApprovedBy: 'maria' });
      const { order } = await store.ends();

      expect(order).toMatchObject({
        status: 'SHIPPED',
        total: { amountMinor: 2100 },
        items: [{ sku: 'MUG' }, { sku: 'PEN', name: 'Pen', quantity: 2, unitPrice: { amountMinor: 150 } }],
      });
      expect(step(order, 'AWAIT_APPROVAL')?.detail).toMatchObject({ approvedBy: 'engine', note: 'maria' });
      expect(store.book.journal).toEqual(
        expect.arrayContaining([expect.objectContaining({ type: 'ITEM_ADDED', actor: 'engine' })]),
      );
    },
  );

  scenario('and refuses an unknown product, an invalid quantity and an approval without a name', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await store.handle.signal(signals.addItem, { SKU: 'NONE', Quantity: 1 });
    await store.handle.signal(signals.addItem, { SKU: 'PEN', Quantity: 0 });
    await store.handle.signal(signals.approve, { ApprovedBy: { name: 'maria' } });
    const order = await decided(store, 1);

    expect(order).toMatchObject({
      status: 'AWAITING_APPROVAL',
      items: [{ sku: 'MUG' }],
      verdicts: [{ command: 'addItem', refusal: 'INVALID_INPUT', field: 'sku' }],
    });
    await store.handle.signal(signals.cancel);
    const { order: cancelled } = await store.ends();
    expect(cancelled.failure).toMatchObject({ code: 'CANCELLED', message: 'The signal cancel-order' });
    const refused = store.book.journal.filter(({ type }) => type === 'COMMAND_REFUSED');
    expect(refused.map(({ actor, detail }) => [actor, detail?.command])).toEqual([
      ['engine', 'addItem'],
      ['engine', 'approve'],
      ['engine', 'addItem'],
    ]);
  });

  scenario('and each of them counts as a command', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    const { commands } = await store.until(() => true);

    await store.handle.signal(signals.addItem, { SKU: 'NONE', Quantity: 1 });
    await store.handle.signal(signals.addItem, { SKU: 'NONE', Quantity: 1 });
    const order = await decided(store, 2);

    expect(order.commands.taken).toBe(commands.taken + 2);
    await store.handle.signal(signals.cancel, { Reason: 'enough' });
    expect((await store.ends()).order.failure).toMatchObject({ message: 'enough' });
  });

  scenario('and its queries', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    const status = await store.handle.query(queries.status);
    const items = await store.handle.query(queries.items);

    expect(status).toBe('AWAITING_APPROVAL');
    expect(items).toMatchObject([{ SKU: 'MUG', Quantity: 2, name: 'Mug' }]);
    await store.tells('cancel', { reason: 'enough' });
    await store.ends();
  });
});
