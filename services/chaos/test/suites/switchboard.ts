import type { Problem } from '@waybill/contracts';
import type { Refused } from '@waybill/providers-client';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../an-order.ts';
import type { TestProviders } from '../test-providers.ts';

const aPlan = (...outcomes: string[]) => ({
  operation: 'payment.refund',
  shares: outcomes.map((outcome) => ({ outcome, percent: 100 / outcomes.length })),
});

const fieldsOf = (error: unknown) => (error as Refused).fields;

export const switchboardSuite = (testProviders: () => TestProviders) =>
  describe('the switchboard', () => {
    test('changes what is named, and keeps the rest', async () => {
      const { chaos } = testProviders();

      const stormy = await chaos.change({ profile: 'storm' });
      const seeded = await chaos.change({ seed: 'another' });
      const calm = await chaos.reset();

      expect([stormy.profile, seeded.profile, seeded.seed]).toEqual(['storm', 'storm', 'another']);
      expect(calm).toMatchObject({ profile: 'calm', seed: 'waybill' });
    });

    test('names a changed plan custom', async () => {
      const shares = [
        { outcome: 'success', percent: 50 },
        { outcome: 'slow', percent: 50 },
      ];

      const { profile, operations } = await testProviders().chaos.change({
        profile: 'storm',
        operations: [{ operation: 'payment.capture', shares }],
      });
      await testProviders().chaos.reset();

      expect(profile).toBe('custom');
      expect(operations).toContainEqual(expect.objectContaining({ operation: 'payment.capture', shares }));
    });

    test.each([
      ['an unknown operation', { operation: 'payment.steal', shares: [{ outcome: 'success', percent: 100 }] }],
      ['an unknown outcome', { operation: 'payment.refund', shares: [{ outcome: 'out_of_stock', percent: 100 }] }],
      ['shares that are not a whole', { operation: 'payment.refund', shares: [{ outcome: 'success', percent: 99 }] }],
    ])('refuses %s, and changes nothing', async (_which, operation) => {
      const { chaos } = testProviders();
      const before = await chaos.settings();

      const refusal = await refusalOf(chaos.change({ operations: [operation] }));

      expect(refusal).toBe('INVALID_REQUEST');
      expect(await chaos.settings()).toEqual(before);
    });

    test.each([
      ['an operation', 'operations.1.operation', [aPlan('success'), aPlan('timeout')]],
      ['an outcome', 'operations.0.shares.1.outcome', [aPlan('success', 'success')]],
    ])('refuses %s that is named twice, with its position', async (_which, path, operations) => {
      const { chaos } = testProviders();
      const before = await chaos.settings();

      const refused = await chaos.change({ operations }).catch(fieldsOf);

      expect(refused).toEqual([{ path: path.split('.'), message: 'is named twice' }]);
      expect(await chaos.settings()).toEqual(before);
    });

    test('refuses pins of an operation that is named twice, and pins nothing', async () => {
      const pin = (outcome: string) => ({ operation: 'payment.refund', outcomes: [outcome, outcome] });

      const response = await fetch(`${testProviders().url}/chaos/orders/o-twice`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ pins: [pin('success'), pin('timeout')] }),
      });

      const { fields } = (await response.json()) as Problem;
      expect([response.status, fields]).toEqual([
        400,
        [{ path: ['pins', '1', 'operation'], message: 'is named twice' }],
      ]);
    });

    test('pages through the log from its end, of one operation or one order', async () => {
      const { chaos, inventory } = testProviders();
      for (const orderId of ['o-other', 'o-log', 'o-log'])
        await inventory.check({ orderId, lines: [{ sku: 'PEN-001', quantity: 1 }] }).catch(() => 0);

      const newest = await chaos.log({ before: 0, first: 2, operation: 'inventory.check' });
      const [, second] = newest.entries;
      const older = await chaos.log({ before: second?.seq ?? 0, first: 1, orderId: 'o-log' });

      expect(newest.entries.map(({ orderId, attempt }) => [orderId, attempt])).toEqual([
        ['o-log', 2],
        ['o-log', 1],
      ]);
      expect(older.entries).toEqual([]);
    });

    test('lets a reader of the log wait, and returns each entry once, when it is final', async () => {
      const { chaos, inventory } = testProviders();
      const asked = { orderId: 'o-feed', waitMs: 10_000 };

      const first = chaos.nextLog({ ...asked, after: 0 });
      await inventory.check({ orderId: 'o-feed', lines: [{ sku: 'PEN-001', quantity: 1 }] }).catch(() => 0);
      const { entries } = await first;
      const rest = await chaos.nextLog({ ...asked, after: entries.at(-1)?.seq ?? 0, waitMs: 1 });

      expect(entries.map(({ attempt }) => attempt)).toEqual([1]);
      expect(rest.entries).toEqual([]);
    });

    test('lists the pins of all orders until they are used up', async () => {
      const { chaos, inventory } = testProviders();
      const pinned = { orderId: 'o-pinned', operation: 'inventory.check', outcomes: ['server_error'] };
      await chaos.pin(pinned);

      const before = await chaos.pins();
      await inventory.check({ orderId: 'o-pinned', lines: [{ sku: 'PEN-001', quantity: 1 }] }).catch(() => 0);
      const after = await chaos.pins();

      expect(before.pins).toContainEqual(pinned);
      expect(after.pins).not.toContainEqual(expect.objectContaining({ orderId: 'o-pinned' }));
    });

    test('lists all outcomes that an operation supports', async () => {
      const { operations } = await testProviders().chaos.settings();

      const { outcomes } = operations.find(({ operation }) => operation === 'payment.authorize') ?? {};
      expect(outcomes).toEqual(expect.arrayContaining(['success', 'lost_reply', 'insufficient_funds']));
    });

    test('reports the outcomes of the calls of each provider', async () => {
      const reply = await fetch(`${testProviders().url}/customers/chaos/distribution`);

      const { operations } = (await reply.json()) as { operations: { operation: string }[] };
      expect(operations.map(({ operation }) => operation)).toEqual(['customer.profile', 'customer.recommendations']);
    });
  });
