import { describe, expect, test } from 'vitest';
import { draw } from '../src/chaos/draw.ts';
import { operations } from '../src/chaos/plan.ts';
import { plans } from '../src/chaos/profiles.ts';
import { describedSettings, problemsOfPlan } from '../src/chaos/settings.ts';
import { usd } from './an-order.ts';
import { minute, openTestProviders, type TestProviders } from './test-providers.ts';

describe.each(Object.entries(plans))('the tables of %s', (profile, plan) => {
  test('are whole', () => {
    const described = describedSettings({ profile: profile as keyof typeof plans, seed: 's', plan });

    expect(problemsOfPlan(described.operations)).toEqual([]);
  });

  test.each(operations)('%s: ten thousand draws are within two points of each share', (operation) => {
    const drawn = new Map<string, number>();
    for (let order = 1; order <= 10_000; order++) {
      const outcome = draw(plan[operation], { seed: 'shares', orderId: `ORD-${order}`, operation, attempt: 1 });
      drawn.set(outcome, (drawn.get(outcome) ?? 0) + 1);
    }

    const misses = plan[operation].filter(
      ({ outcome, percent }) => Math.abs((drawn.get(outcome) ?? 0) / 100 - percent) > 2,
    );
    expect(misses).toEqual([]);
  });
});

test('another attempt, order, operation or seed is another draw', () => {
  const shares = plans.flaky['payment.capture'];
  const base = { seed: 's', orderId: 'o', operation: 'payment.capture', attempt: 1 };
  const outcomes = (change: (n: number) => Partial<typeof base>) =>
    new Set(Array.from({ length: 50 }, (_, n) => draw(shares, { ...base, ...change(n) })));

  const sizes = [
    outcomes((n) => ({ attempt: n })),
    outcomes((n) => ({ orderId: `o${n}` })),
    outcomes((n) => ({ operation: `x.${n}` })),
    outcomes((n) => ({ seed: `s${n}` })),
  ].map(({ size }) => size);

  expect(sizes).toEqual([3, 3, 3, 3]);
});

/** The long proof runs two hundred. */
const storms = process.env.WAYBILL_PROVE === 'on' ? 200 : 20;

test(
  `in a storm, ${storms} orders one after another and twenty at a time have the same outcomes`,
  async () => {
    const orders = Array.from({ length: storms }, (_, n) => `STORM-${n}`);

    const oneByOne = await outcomesOf(orders, 1);
    const twentyAtOnce = await outcomesOf(orders, 20);

    expect(twentyAtOnce).toEqual(oneByOne);
    expect(new Set(Object.values(oneByOne).flat()).size).toBeGreaterThan(6);
  },
  5 * minute,
);

/** The outcome of each call of each order, in the profile STORM with the same seed. */
async function outcomesOf(orders: readonly string[], atOnce: number): Promise<Record<string, string[]>> {
  const testProviders = await openTestProviders();
  try {
    await testProviders.chaos.change({ profile: 'storm', seed: 'the same' });
    const queue = [...orders];
    const drive = async () => {
      for (let order = queue.shift(); order; order = queue.shift()) await payAndUndo(testProviders, order);
    };
    await Promise.all(Array.from({ length: atOnce }, drive));
    return await drawnFor(testProviders);
  } finally {
    await testProviders.stop();
  }
}

async function payAndUndo({ payment, inventory }: TestProviders, orderId: string): Promise<void> {
  const tried = (call: Promise<unknown>) => call.catch(() => undefined);
  for (let attempt = 1; attempt <= 2; attempt++) {
    await tried(
      payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) }, { idempotencyKey: `${orderId}:A` }),
    );
  }
  await tried(inventory.reserve({ orderId, lines: [{ sku: 'MUG-001', quantity: 1 }] }));
  await tried(payment.release({ orderId }));
  await tried(inventory.release({ orderId }));
}

async function drawnFor(testProviders: TestProviders): Promise<Record<string, string[]>> {
  const drawn: Record<string, string[]> = {};
  const { entries } = await testProviders.chaos.log({ first: 1000 });
  const sorted = entries.toSorted((a, b) => a.operation.localeCompare(b.operation) || a.attempt - b.attempt);
  for (const { orderId, operation, attempt, outcome } of sorted) {
    drawn[orderId] = [...(drawn[orderId] ?? []), `${operation} ${attempt} ${outcome}`];
  }
  return drawn;
}
