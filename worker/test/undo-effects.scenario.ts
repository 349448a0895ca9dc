import { fulfillment, shipment } from '@waybill/contracts/domain';
import { createOrders, type Repair } from '@waybill/orders-client';
import { forget } from '@waybill/orders-client/testing/forget';
import { describe, expect } from 'vitest';
import { BookInMemory } from './support/book-in-memory.ts';
import { eventually } from './support/eventually.ts';
import { paying } from './support/payment-run.ts';
import { awaiting } from './support/reading.ts';
import { expectNothingKept } from './support/recovery.ts';
import { scenario } from './support/scenario.ts';
import { refuses } from './support/script.ts';
import type { TestShop } from './support/test-shop.ts';
import type { TestWorkers } from './support/test-workers.ts';

describe('what the providers hold for an unknown order', () => {
  scenario(
    'is compensated with the keys of its own compensations, after a journal entry',
    async ({ shop, workers }) => {
      const { store, book } = await shippedAndForgotten(shop(), workers);

      expect(await undo(store, workers)).toBe('UNDOING');

      await until('UNDONE', store, workers);
      const undone = ['cancel shipment', 'refund', 'release stock'];
      expect(store.script.journal.filter((effect) => undone.includes(effect))).toEqual(undone);
      expectNothingKept(store);
      expect(book.undone).toEqual([{ orderId: store.placed.orderId, actor: 'otto', differences: ['MONEY_DIFFERS'] }]);
    },
  );

  scenario('is compensated once, however often that is requested', async ({ shop, workers }) => {
    const { store, book } = await shippedAndForgotten(shop(), workers);

    const asked = await Promise.all([undo(store, workers), undo(store, workers), undo(store, workers)]);

    for (const answer of asked) expect(['UNDOING', 'UNDONE']).toContain(answer);
    await until('UNDONE', store, workers);
    expect(store.script.journal.filter((effect) => effect === 'refund')).toHaveLength(1);
    expect(book.undone).toHaveLength(1);
  });

  scenario('is compensated by the payment provider alone for a payment', async ({ shop, run, workers }) => {
    const { store, book } = await shippedAndForgotten(shop(), workers);
    const payment = { placed: { orderId: run(paying()).runId } };
    workers.shops.set(payment.placed.orderId, { script: store.script, book });
    for (const refused of ['cancel label', 'cancel shipment', 'release stock'] as const)
      store.script.scripts(refused, refuses('UNKNOWN_SHIPMENT'));

    await undo(payment, workers);

    await until('UNDONE', payment, workers);
    expect(store.script.journal).toContain('refund');
  });

  scenario('is left unchanged when the engine knows the order', async ({ shop, workers }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    expect(await undo(store, workers)).toBe('KNOWN');

    await store.tells('approve');
    expect(await store.handle.result()).toMatchObject({ status: 'SHIPPED' });
  });

  scenario('is left unchanged when the book knows the order by then', async ({ shop, workers }) => {
    const { store } = await shippedAndForgotten(shop(), workers);
    workers.shops.set(store.placed.orderId, store);

    await undo(store, workers);

    await until('FAILED', store, workers);
    expect(store.script.journal).not.toContain('refund');
  });

  scenario(
    'is compensated as far as the providers allow, and the rest is reported to a person',
    async ({ shop, workers }) => {
      const { store } = await shippedAndForgotten(shop(), workers);
      store.script.scripts('refund', refuses('REFUND_EXCEEDS_CAPTURE'));

      await undo(store, workers);

      await until('FAILED', store, workers);
      expect(store.script.journal).toContain('release stock');
    },
  );
});

/** An order that was shipped after the backup from which book and engine are restored. */
async function shippedAndForgotten(store: TestShop, { client, shops }: TestWorkers) {
  await store.places();
  await store.ends();
  const { orderId } = store.placed;
  for (const { idFor } of [fulfillment, shipment]) await forget(client, idFor(orderId));
  const book = new BookInMemory();
  shops.set(orderId, { script: store.script, book });
  return { store, book };
}

type Unknown = { placed: Pick<TestShop['placed'], 'orderId'> };

const undo = ({ placed: { orderId } }: Unknown, { client }: TestWorkers): Promise<Repair> =>
  createOrders(client).undoEffects({ orderId, actor: 'otto', differences: ['MONEY_DIFFERS'] });

const until = (repair: Repair, store: Unknown, workers: TestWorkers) =>
  eventually(async () => (await undo(store, workers)) === repair || undefined);
