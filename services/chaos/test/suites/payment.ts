import { describe, expect, test } from 'vitest';
import { anOrder, eur, refusalOf, usd } from '../an-order.ts';
import type { TestProviders } from '../test-providers.ts';

export const paymentSuite = (testProviders: () => TestProviders) =>
  describe('payment', () => {
    const hold = async (amount = usd(500)) => {
      const orderId = anOrder();
      const { authorizationId } = await testProviders().payment.authorize({ orderId, customerId: 'c-1', amount });
      return { orderId, authorizationId };
    };

    test('a hold is captured once', async () => {
      const { payment } = testProviders();
      const held = await hold(usd(500));

      await payment.capture({ ...held, amount: usd(400) });
      const again = await refusalOf(payment.capture({ ...held, amount: usd(400) }));

      expect(again).toBe('ALREADY_CAPTURED');
      expect(await payment.status(held)).toMatchObject({
        status: 'CAPTURED',
        authorized: usd(500),
        captured: usd(400),
      });
    });

    test.each([
      ['above its amount', { amount: usd(501) }, 'CAPTURE_EXCEEDS_HOLD'],
      ['in another currency', { amount: eur(500) }, 'CURRENCY_MISMATCH'],
      ['of another order', { authorizationId: 'auth-of-somebody-else' }, 'UNKNOWN_AUTHORIZATION'],
      ['of an unknown order', { orderId: 'NOBODY' }, 'UNKNOWN_AUTHORIZATION'],
    ])('a capture %s is refused and changes nothing', async (_which, wrong, refusal) => {
      const { payment } = testProviders();
      const held = await hold(usd(500));

      const refused = await refusalOf(payment.capture({ ...held, amount: usd(500), ...wrong }));

      expect(refused).toBe(refusal);
      expect(await payment.status(held)).toMatchObject({ status: 'AUTHORIZED', captured: null });
    });

    test('a later change changes the hold, an overtaken one does not', async () => {
      const { payment } = testProviders();
      const { orderId } = await hold(usd(500));
      const change = (amountMinor: number, number: number) =>
        payment.authorize({ orderId, customerId: 'c-1', amount: usd(amountMinor), change: number });

      await change(900, 2);
      const late = await change(700, 1);

      expect(late.authorized).toEqual(usd(900));
    });

    test('a hold that was released cannot be captured any more', async () => {
      const { payment } = testProviders();
      const held = await hold();

      const { effect } = await payment.release({ orderId: held.orderId });
      const late = await refusalOf(payment.capture({ ...held, amount: usd(500) }));

      expect([effect, late]).toEqual(['DONE', 'ORDER_UNDONE']);
    });

    test('a fully captured hold is not released', async () => {
      const { payment } = testProviders();
      const held = await hold();
      await payment.capture({ ...held, amount: usd(500) });

      const { effect } = await payment.release({ orderId: held.orderId });

      expect(effect).toBe('NOTHING_TO_DO');
      expect(await payment.status(held)).toMatchObject({ status: 'CAPTURED' });
    });

    test.each(['release', 'refund'] as const)('a %s before its step prevents it', async (undo) => {
      const { payment } = testProviders();
      const orderId = anOrder();

      const { effect } = await payment[undo]({ orderId });
      const late = await refusalOf(payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) }));

      expect([effect, late]).toEqual(['NOTHING_TO_DO', 'ORDER_UNDONE']);
    });

    test('a refund before its capture prevents it, and the hold is still released', async () => {
      const { payment } = testProviders();
      const held = await hold();

      const refund = await payment.refund({ orderId: held.orderId });
      const late = await refusalOf(payment.capture({ ...held, amount: usd(500) }));
      const release = await payment.release({ orderId: held.orderId });

      expect([refund.effect, late, release.effect]).toEqual(['NOTHING_TO_DO', 'ORDER_UNDONE', 'DONE']);
    });

    test('no more is refunded than was captured, in however many parts', async () => {
      const { payment } = testProviders();
      const held = await hold();
      await payment.capture({ ...held, amount: usd(500) });
      await payment.refund({ orderId: held.orderId, amount: usd(200) });

      const tooMuch = await refusalOf(payment.refund({ orderId: held.orderId, amount: usd(301) }));
      const { payment: rest } = await payment.refund({ orderId: held.orderId });
      const again = await refusalOf(payment.refund({ orderId: held.orderId }));

      expect([tooMuch, again]).toEqual(['REFUND_EXCEEDS_CAPTURE', 'ALREADY_REFUNDED']);
      expect(rest).toMatchObject({ status: 'REFUNDED', refunded: usd(500) });
    });

    test('racing calls with different keys agree on one hold', async () => {
      const held = async (orderId: string, key: number) => {
        const request = { orderId, customerId: 'c-1', amount: usd(500) };
        return (await testProviders().payment.authorize(request, { idempotencyKey: `${orderId}:${key}` }))
          .authorizationId;
      };
      const orders = Array.from({ length: 5 }, anOrder);

      const holds = [];
      for (const orderId of orders) {
        holds.push(new Set(await Promise.all(Array.from({ length: 40 }, (_, key) => held(orderId, key)))));
      }

      expect(holds.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
      expect((await testProviders().audit.whole()).violations).toEqual([]);
    });

    test('an unknown order has no status', async () => {
      expect(await testProviders().payment.status({ orderId: anOrder() })).toBeNull();
    });
  });
