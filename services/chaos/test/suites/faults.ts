import { afterEach, describe, expect, test } from 'vitest';
import { anOrder, refusalOf, usd } from '../an-order.ts';
import type { TestProviders } from '../test-providers.ts';

export const faultsSuite = (testProviders: () => TestProviders) =>
  describe('faults', () => {
    afterEach(() => testProviders().chaos.change({ profile: 'calm' }));

    const authorize = (orderId: string) =>
      testProviders().payment.authorize(
        { orderId, customerId: 'c-1', amount: usd(500) },
        { idempotencyKey: `${orderId}:k` },
      );
    const pinned = async (operation: string, ...outcomes: string[]) => {
      const orderId = anOrder();
      await testProviders().chaos.pin({ orderId, operation, outcomes });
      return orderId;
    };
    const captured = async (orderId: string) => {
      const { authorizationId } = await authorize(orderId);
      return testProviders().payment.capture({ orderId, authorizationId, amount: usd(500) });
    };

    test.each([
      ['server_error', 'answered 500'],
      ['timeout', 'got no answer'],
    ])('%s comes before the effect', async (outcome, said) => {
      const orderId = await pinned('payment.authorize', outcome);

      await expect(authorize(orderId)).rejects.toThrow(said);

      expect(await testProviders().payment.status({ orderId })).toBeNull();
    });

    test('a lost reply comes after the effect, and a repeated call gets the first response', async () => {
      const orderId = await pinned('payment.authorize', 'lost_reply');

      await expect(authorize(orderId)).rejects.toThrow('got no answer');
      const kept = await testProviders().payment.status({ orderId });
      const again = await authorize(orderId);

      expect(again.authorizationId).toBe(kept?.authorizationId);
    });

    test('a call that is delivered twice has one effect', async () => {
      const orderId = await pinned('payment.capture', 'duplicate');

      const { captured: once } = await captured(orderId);

      expect(once).toEqual(usd(500));
      expect((await testProviders().audit.whole()).violations).toEqual([]);
    });

    test('a slow call still gets its response', async () => {
      const orderId = await pinned('payment.authorize', 'slow');

      expect(await authorize(orderId)).toMatchObject({ status: 'AUTHORIZED' });
    });

    test.each([
      ['already_captured', 'ALREADY_CAPTURED', 'CAPTURED'],
      ['authorization_expired', 'AUTHORIZATION_EXPIRED', 'FAILED'],
    ])('%s is true', async (outcome, refusal, status) => {
      const orderId = await pinned('payment.capture', outcome);

      expect(await refusalOf(captured(orderId))).toBe(refusal);
      expect(await testProviders().payment.status({ orderId })).toMatchObject({ status });
    });

    test('already refunded is true', async () => {
      const orderId = await pinned('payment.refund', 'already_refunded');
      await captured(orderId);

      expect(await refusalOf(testProviders().payment.refund({ orderId }))).toBe('ALREADY_REFUNDED');
      expect(await testProviders().payment.status({ orderId })).toMatchObject({ status: 'REFUNDED' });
    });

    test('a drawn refusal never contradicts an effect whose reply was lost', async () => {
      const orderId = await pinned('payment.authorize', 'lost_reply', 'insufficient_funds');

      await expect(authorize(orderId)).rejects.toThrow('got no answer');

      expect(await authorize(orderId)).toMatchObject({ status: 'AUTHORIZED' });
    });

    test('each call uses one pin, and then the plan continues', async () => {
      const orderId = await pinned('payment.authorize', 'server_error', 'success', 'server_error');

      const ends = [];
      for (let call = 1; call <= 4; call++)
        ends.push(
          await authorize(orderId).then(
            () => 'ok',
            () => 'failed',
          ),
        );

      expect(ends).toEqual(['failed', 'ok', 'failed', 'ok']);
      const { entries } = await testProviders().chaos.log({ orderId });
      expect(entries.map(({ attempt, source }) => [attempt, source])).toEqual([
        [1, 'pin'],
        [2, 'pin'],
        [3, 'pin'],
        [4, 'plan'],
      ]);
    });

    test('a plan for one operation does not affect the others', async () => {
      const shares = [{ outcome: 'server_error', percent: 100 }];
      await testProviders().chaos.change({ operations: [{ operation: 'payment.release', shares }] });
      const orderId = anOrder();

      const held = await authorize(orderId);
      const release = testProviders().payment.release({ orderId });

      expect(held.status).toBe('AUTHORIZED');
      await expect(release).rejects.toThrow('answered 500');
    });
  });
