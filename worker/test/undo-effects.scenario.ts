import { fulfillment, shipment } from '@waybill/contracts/domain';
import { createOrders, type Repair } from '@waybill/orders-client';
import { forget } from '@waybill/orders-client/testing/forget';
import { describe, expect } from 'vitest';
import { BookInMemory } from './support/book-in-memory.ts';
import { eventually } from './support/eventually.ts';
import { awaiting } from './support/reading.ts';
import { expectNothingKept } from './support/recovery.ts';
import { scenario } from './support/scenario.ts';
import { refuses } from './support/script.ts';
import type { Shop } from './support/shop.ts';
import type { Street } from './support/street.ts';

describe('what the providers keep for an order that nobody knows', () => {
  scenario('is undone with the keys of its own compensations, and journaled before', async ({ shop, street }) => {
    const { store, book } = await shippedAndForgotten(shop(), street);

    expect(await undo(store, street)).toBe('UNDOING');

    await until('UNDONE', store, street);
    const undone = ['cancel shipment', 'refund', 'release stock'];
    expect(store.script.journal.filter((effect) => undone.includes(effect))).toEqual(undone);
    expectNothingKept(store);
    expect(book.undone).toEqual([{ orderId: store.placed.orderId, actor: 'otto', differences: ['MONEY_DIFFERS'] }]);
  });

  scenario('is undone once, however often that is asked for', async ({ shop, street }) => {
    const { store, book } = await shippedAndForgotten(shop(), street);

    const asked = await Promise.all([undo(store, street), undo(store, street), undo(store, street)]);

    for (const answer of asked) expect(['UNDOING', 'UNDONE']).toContain(answer);
    await until('UNDONE', store, street);
    expect(store.script.journal.filter((effect) => effect === 'refund')).toHaveLength(1);
    expect(book.undone).toHaveLength(1);
  });

  scenario('is left alone when the engine knows the order', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    expect(await undo(store, street)).toBe('KNOWN');

    await store.tells('approve');
    expect(await store.handle.result()).toMatchObject({ status: 'SHIPPED' });
  });

  scenario('is left alone when the book has come to know the order', async ({ shop, street }) => {
    const { store } = await shippedAndForgotten(shop(), street);
    street.shops.set(store.placed.orderId, store);

    await undo(store, street);

    await until('FAILED', store, street);
    expect(store.script.journal).not.toContain('refund');
  });

  scenario(
    'is undone as far as the providers let it be, and a person is told of the rest',
    async ({ shop, street }) => {
      const { store } = await shippedAndForgotten(shop(), street);
      store.script.scripts('refund', refuses('REFUND_EXCEEDS_CAPTURE'));

      await undo(store, street);

      await until('FAILED', store, street);
      expect(store.script.journal).toContain('release stock');
    },
  );
});

/** An order that was shipped after the backup from which book and engine are restored. */
async function shippedAndForgotten(store: Shop, { client, shops }: Street) {
  await store.places();
  await store.ends();
  const { orderId } = store.placed;
  for (const { idFor } of [fulfillment, shipment]) await forget(client, idFor(orderId));
  const book = new BookInMemory();
  shops.set(orderId, { script: store.script, book });
  return { store, book };
}

const undo = ({ placed: { orderId } }: Shop, { client }: Street): Promise<Repair> =>
  createOrders(client).undoEffects({ orderId, actor: 'otto', differences: ['MONEY_DIFFERS'] });

const until = (repair: Repair, store: Shop, street: Street) =>
  eventually(async () => (await undo(store, street)) === repair || undefined);
