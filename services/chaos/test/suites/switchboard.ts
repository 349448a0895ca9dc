import { describe, expect, test } from 'vitest';
import { refusalOf } from '../an-order.ts';
import type { World } from '../world.ts';

export const switchboardSuite = (world: () => World) =>
  describe('the switchboard', () => {
    test('changes what is named, and keeps the rest', async () => {
      const { chaos } = world();

      const stormy = await chaos.change({ profile: 'storm' });
      const seeded = await chaos.change({ seed: 'another' });
      const calm = await chaos.reset();

      expect([stormy.profile, seeded.profile, seeded.seed]).toEqual(['storm', 'storm', 'another']);
      expect(calm).toMatchObject({ profile: 'calm', seed: 'waybill' });
    });

    test('calls a plan of one’s own custom', async () => {
      const shares = [
        { outcome: 'success', percent: 50 },
        { outcome: 'slow', percent: 50 },
      ];

      const { profile, operations } = await world().chaos.change({
        profile: 'storm',
        operations: [{ operation: 'payment.capture', shares }],
      });
      await world().chaos.reset();

      expect(profile).toBe('custom');
      expect(operations).toContainEqual({ operation: 'payment.capture', shares });
    });

    test.each([
      ['an unknown operation', { operation: 'payment.steal', shares: [{ outcome: 'success', percent: 100 }] }],
      ['an unknown outcome', { operation: 'payment.refund', shares: [{ outcome: 'out_of_stock', percent: 100 }] }],
      ['shares that are not a whole', { operation: 'payment.refund', shares: [{ outcome: 'success', percent: 99 }] }],
    ])('refuses %s, and changes nothing', async (_which, operation) => {
      const { chaos } = world();
      const before = await chaos.settings();

      const refusal = await refusalOf(chaos.change({ operations: [operation] }));

      expect(refusal).toBe('INVALID_REQUEST');
      expect(await chaos.settings()).toEqual(before);
    });

    test('tells what becomes of the calls of each domain', async () => {
      const reply = await fetch(`${world().url}/customers/chaos/distribution`);

      const { operations } = (await reply.json()) as { operations: { operation: string }[] };
      expect(operations.map(({ operation }) => operation)).toEqual(['customer.profile', 'customer.recommendations']);
    });
  });
