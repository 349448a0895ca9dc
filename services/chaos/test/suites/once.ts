import { describe, expect, test } from 'vitest';
import { anOrder, usd } from '../an-order.ts';
import type { TestProviders } from '../test-providers.ts';

export const onceSuite = (testProviders: () => TestProviders) =>
  describe('a call with a key', () => {
    const authorize = (orderId: string, key: string, amount = usd(500)) =>
      fetch(`${testProviders().url}/payment/authorize`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ orderId, customerId: 'c-1', amount }),
      });
    const effectsOf = async (orderId: string) => {
      const { orders } = await testProviders().audit.orders({ first: 10_000 });
      return orders.find((order) => order.orderId === orderId)?.effects;
    };

    test('always gets the same status and the same bytes, marked as replayed', async () => {
      const orderId = anOrder();

      const first = await authorize(orderId, `${orderId}:k`);
      const again = await authorize(orderId, `${orderId}:k`);

      expect(first.headers.get('idempotency-replayed')).toBeNull();
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect([again.status, await again.text()]).toEqual([first.status, await first.text()]);
    });

    test('gets the same refusal again', async () => {
      const orderId = anOrder();
      await testProviders().chaos.pin({ orderId, operation: 'payment.authorize', outcomes: ['insufficient_funds'] });

      const first = await authorize(orderId, `${orderId}:k`);
      const again = await authorize(orderId, `${orderId}:k`);

      expect([first.status, again.status]).toEqual([402, 402]);
      expect(await again.text()).toBe(await first.text());
      expect(await effectsOf(orderId)).toBeUndefined();
    });

    test('is refused with another body', async () => {
      const orderId = anOrder();
      await authorize(orderId, `${orderId}:k`);

      const other = await authorize(orderId, `${orderId}:k`, usd(501));

      expect(other.status).toBe(422);
      expect(await other.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    });

    test('has a key that is valid for its operation only', async () => {
      const orderId = anOrder();
      await authorize(orderId, `${orderId}:k`);

      const { effect } = await testProviders().payment.release({ orderId }, { idempotencyKey: `${orderId}:k` });

      expect(effect).toBe('DONE');
    });

    test.each([
      ['an empty key', ''],
      ['a key of 256 characters', 'k'.repeat(256)],
    ])('is refused with %s', async (_which, key) => {
      const reply = await authorize(anOrder(), key);

      expect(reply.status).toBe(400);
      expect(await reply.json()).toMatchObject({ code: 'INVALID_REQUEST', fields: [{ path: ['idempotency-key'] }] });
    });

    test('has one effect when it arrives a thousand times at once', async () => {
      const orderId = anOrder();

      const request = { orderId, customerId: 'c-1', amount: usd(500) };
      const call = () => testProviders().payment.authorize(request, { idempotencyKey: `${orderId}:k` });
      const ends = await Promise.all(Array.from({ length: 1000 }, () => call().then(() => 'done', String)));

      const inFlight = 'Unavailable: POST /payment/authorize answered 409';
      expect(ends.filter((end) => end !== 'done' && end !== inFlight)).toEqual([]);
      expect(await effectsOf(orderId)).toEqual(['PAYMENT HELD']);
    }, 60_000);
  });
