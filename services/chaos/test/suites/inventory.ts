import { describe, expect, test } from 'vitest';
import { anOrder, mugs, refusalOf } from '../an-order.ts';
import type { TestProviders } from '../test-providers.ts';

export const inventorySuite = (testProviders: () => TestProviders) =>
  describe('inventory', () => {
    const availableOf = async (sku: string) =>
      (await testProviders().inventory.catalogue()).find((product) => product.sku === sku)?.available;

    test("the catalogue has a price in each of four currencies, and other systems' samples in dollars", async () => {
      const catalogue = await testProviders().inventory.catalogue();
      const samples = ['ITEM-001', 'ITEM-002', 'ITEM-999', 'EXTRA-001'];
      const products = catalogue.filter(({ sku }) => !samples.includes(sku));
      const ofSamples = catalogue.filter(({ sku }) => samples.includes(sku)).flatMap(({ prices }) => prices);

      const currencies = products.map(({ prices }) => prices.map(({ currencyCode }) => currencyCode).join(' '));
      expect(new Set(currencies)).toEqual(new Set(['USD EUR GBP JPY']));
      expect(products).toHaveLength(12);
      expect(ofSamples.map(({ currencyCode }) => currencyCode)).toEqual(samples.map(() => 'USD'));
    });

    test('a reservation takes every line from the stock, and its release returns them', async () => {
      const { inventory } = testProviders();
      const orderId = anOrder();
      const before = await availableOf('MUG-001');

      await inventory.reserve({ orderId, lines: [...mugs(2), ...mugs(3)] });
      const during = await availableOf('MUG-001');
      const { effect } = await inventory.release({ orderId });
      const again = await inventory.release({ orderId });

      expect(during).toBe(Number(before) - 5);
      expect([effect, again.effect]).toEqual(['DONE', 'NOTHING_TO_DO']);
      expect(await availableOf('MUG-001')).toBe(before);
    });

    test('an order beyond the stock is refused, and none of its lines is reserved', async () => {
      const { inventory } = testProviders();
      const before = await availableOf('MUG-001');
      const orderId = anOrder();

      const refusal = await refusalOf(
        inventory.reserve({ orderId, lines: [...mugs(1), { sku: 'KITE-001', quantity: 10_000 }] }),
      );

      expect(refusal).toBe('OUT_OF_STOCK');
      expect(await availableOf('MUG-001')).toBe(before);
      expect(await inventory.status({ orderId })).toBeNull();
    });

    test('an unknown product is refused', async () => {
      const lines = [{ sku: "'; drop table chaos.products; --", quantity: 1 }];

      const refusal = await refusalOf(testProviders().inventory.reserve({ orderId: anOrder(), lines }));

      expect(refusal).toBe('UNKNOWN_SKU');
    });

    test('the last items go to as many orders as there are items, and the stock is never negative', async () => {
      const { inventory } = testProviders();
      const left = Number(await availableOf('KITE-001'));
      const orders = Array.from({ length: left + 4 }, anOrder);

      const ends = await Promise.allSettled(
        orders.map((orderId) => inventory.reserve({ orderId, lines: [{ sku: 'KITE-001', quantity: 1 }] })),
      );

      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(left);
      expect(await availableOf('KITE-001')).toBe(0);
    });

    test('a restocked product can be reserved again', async () => {
      const { inventory } = testProviders();
      const before = await availableOf('KITE-001');

      const product = await inventory.restock({ sku: 'KITE-001', quantity: 7 });

      expect(product.available).toBe(Number(before) + 7);
    });

    test('concurrent restocks are all added, and each returns its resulting stock', async () => {
      const { inventory } = testProviders();
      const before = Number(await availableOf('KITE-001'));

      const products = await Promise.all(
        Array.from({ length: 8 }, () => inventory.restock({ sku: 'KITE-001', quantity: 1 })),
      );

      const told = products.map(({ available }) => available - before).sort();
      expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    test('racing reservations of one order with different keys take its lines once', async () => {
      const { inventory } = testProviders();
      const orderId = anOrder();
      const before = Number(await availableOf('MUG-001'));

      const reserved = await Promise.all(
        Array.from({ length: 20 }, (_, key) =>
          inventory.reserve({ orderId, lines: mugs(2) }, { idempotencyKey: `${orderId}:${key}` }),
        ),
      );

      expect(new Set(reserved.map(({ reservationId }) => reservationId)).size).toBe(1);
      expect(await availableOf('MUG-001')).toBe(before - 2);
    });

    test('a release before its reservation prevents it', async () => {
      const { inventory } = testProviders();
      const orderId = anOrder();

      const { effect } = await inventory.release({ orderId });
      const late = await refusalOf(inventory.reserve({ orderId, lines: mugs(1) }));

      expect([effect, late]).toEqual(['NOTHING_TO_DO', 'ORDER_UNDONE']);
    });

    test('a later change of the lines reserves the difference', async () => {
      const { inventory } = testProviders();
      const orderId = anOrder();
      const before = Number(await availableOf('MUG-001'));
      await inventory.reserve({ orderId, lines: mugs(2) });

      await inventory.reserve({ orderId, lines: mugs(5), change: 1 });
      await inventory.reserve({ orderId, lines: mugs(2), change: 0 });

      expect(await availableOf('MUG-001')).toBe(before - 5);
    });

    test('a check reserves nothing', async () => {
      const { lines } = await testProviders().inventory.check({ lines: [...mugs(1), { sku: 'NONE', quantity: 1 }] });

      expect(lines).toMatchObject([{ sufficient: true }, { sufficient: false, available: 0 }]);
    });
  });
