import { describe, expect, test } from 'vitest';
import { address, anOrder, mugs, refusalOf } from '../an-order.ts';
import type { TestProviders } from '../test-providers.ts';

export const shippingSuite = (testProviders: () => TestProviders) =>
  describe('shipping', () => {
    const prepared = async () => {
      const orderId = anOrder();
      await testProviders().shipping.prepare({ orderId, lines: mugs(1) });
      return orderId;
    };
    const labeled = async () => {
      const orderId = await prepared();
      await testProviders().shipping.createLabel({ orderId, address });
      return orderId;
    };
    const labelBegun = (orderId: string) =>
      expect.poll(() => testProviders().shipping.status({ orderId })).toMatchObject({ status: 'LABELING' });

    test('the creation of a label takes time, reports its progress, and replies when it is ready', async () => {
      const { shipping } = testProviders();
      const orderId = await prepared();

      const making = shipping.createLabel({ orderId, address });
      await labelBegun(orderId);
      const during = await shipping.status({ orderId });
      const label = await making;

      expect(during?.labelPercent).toBeLessThan(100);
      expect(label).toMatchObject({ status: 'LABELED', labelPercent: 100, carrier: 'Swift Parcel' });
    });

    test('repeated requests during the creation of a label wait for the same label', async () => {
      const { shipping } = testProviders();
      const orderId = await prepared();
      const key = { idempotencyKey: `${orderId}:CREATE_LABEL` };

      const gaveUp = await shipping.createLabel({ orderId, address }, { ...key, deadlineMs: 400 }).catch(String);
      const labels = await Promise.all([
        shipping.createLabel({ orderId, address }, key),
        shipping.createLabel({ orderId, address }),
      ]);

      expect(gaveUp).toContain('got no answer');
      expect(labels[0]).toEqual(labels[1]);
    });

    test('a label that is cancelled during its creation is refused to all waiting and later calls', async () => {
      const { shipping } = testProviders();
      const orderId = await prepared();
      const key = { idempotencyKey: `${orderId}:CREATE_LABEL` };

      const waiting = refusalOf(shipping.createLabel({ orderId, address }, key));
      await labelBegun(orderId);
      const { effect } = await shipping.cancel({ orderId, part: 'LABEL' });
      const later = await refusalOf(shipping.createLabel({ orderId, address }, key));

      expect([effect, await waiting, later]).toEqual(['DONE', 'ORDER_UNDONE', 'ORDER_UNDONE']);
    });

    test('a package is dispatched once', async () => {
      const { shipping } = testProviders();
      const orderId = await labeled();

      const first = await shipping.dispatch({ orderId });
      const again = await shipping.dispatch({ orderId });

      expect(first.status).toBe('DISPATCHED');
      expect(again).toEqual(first);
    });

    test('a package without a label cannot be dispatched yet', async () => {
      const { shipping } = testProviders();
      const orderId = await prepared();

      await expect(shipping.dispatch({ orderId })).rejects.toThrow('answered 409');
    });

    test('an unknown shipment gets no label', async () => {
      const refusal = await refusalOf(testProviders().shipping.createLabel({ orderId: anOrder(), address }));

      expect(refusal).toBe('UNKNOWN_SHIPMENT');
    });

    test('a shipment is cancelled label first, and then nothing can be dispatched', async () => {
      const { shipping } = testProviders();
      const orderId = await labeled();

      const label = await shipping.cancel({ orderId, part: 'LABEL' });
      const shipment = await shipping.cancel({ orderId, part: 'SHIPMENT' });
      const again = await shipping.cancel({ orderId, part: 'SHIPMENT' });
      const late = await refusalOf(shipping.dispatch({ orderId }));

      expect([label.effect, shipment.effect, again.effect]).toEqual(['DONE', 'DONE', 'NOTHING_TO_DO']);
      expect(shipment.shipment).toMatchObject({ status: 'CANCELLED', labelId: null, trackingNumber: null });
      expect(late).toBe('ORDER_UNDONE');
    });

    test('a package in transit is recalled', async () => {
      const { shipping } = testProviders();
      const orderId = await labeled();
      await shipping.dispatch({ orderId });

      const { effect, shipment } = await shipping.cancel({ orderId, part: 'SHIPMENT' });

      expect([effect, shipment.status]).toEqual(['DONE', 'CANCELLED']);
    });

    test.each(['LABEL', 'SHIPMENT'] as const)('cancelling a missing %s prevents it', async (part) => {
      const { shipping } = testProviders();
      const orderId = anOrder();

      const { effect } = await shipping.cancel({ orderId, part });
      const late = await refusalOf(shipping.prepare({ orderId, lines: mugs(1) }));

      expect([effect, late]).toEqual(['NOTHING_TO_DO', 'ORDER_UNDONE']);
    });
  });
