import { MockActivityEnvironment } from '@temporalio/testing';
import { StartConflict } from '@waybill/orders-client';
import { logger } from '@waybill/orders-client/testing/runtime';
import { expect, test } from 'vitest';
import {
  createPlacementActivities,
  type PlacementDependencies,
  type Placing,
} from '../src/activities/runs/placement.ts';

const placing: Placing = {
  orderId: 'ORD-tea-1',
  correlationId: 'cor-1',
  runId: 'STO-tea',
  startedBy: 'ada',
  startedByStaff: false,
  overrides: {},
  template: {
    customerId: 'ada',
    customerEmail: 'ada@example.com',
    currencyCode: 'USD',
    plan: 'AUTHORIZE_FIRST',
    items: [{ sku: 'TEA', quantity: 1, price: null }],
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1 7AA', country: 'GB' },
    requiresApproval: false,
    approvalTimeoutMs: 120_000,
    autoApproveAfterMs: null,
  },
};

/** What a placement comes to, and the ids that it tried, where others have these. */
async function placedWhere(taken: readonly string[]) {
  const tried: (string | null)[] = [];
  const tea = { sku: 'TEA', name: 'Tea', prices: [{ amountMinor: 450, currencyCode: 'USD' }], available: 9 };
  const dependencies = {
    providers: { inventory: { catalogue: async () => [tea] } },
    book: { identity: async () => undefined },
    orders: {
      place: async ({ orderId }: { orderId: string | null }) => {
        tried.push(orderId);
        if (taken.includes(orderId ?? '')) throw new StartConflict(orderId ?? '', 'is taken', false);
        return { orderId, placed: null };
      },
    },
  };
  const { placePeriod } = createPlacementActivities(dependencies as unknown as PlacementDependencies);
  const result = await new MockActivityEnvironment({}, { logger }).run(placePeriod, placing).catch((error) => error);
  return { tried, result };
}

test('the order of a period has an id with its number', async () => {
  expect(await placedWhere([])).toEqual({ tried: ['ORD-tea-1'], result: { attempt: 1 } });
});

test('the order of a period is placed although its id is already taken', async () => {
  const { tried, result } = await placedWhere(['ORD-tea-1']);

  expect(tried).toEqual(['ORD-tea-1', 'ORD-tea-1.own']);
  expect(result).toEqual({ attempt: 1, orderId: 'ORD-tea-1.own' });
});

test('a period whose both ids are taken is refused', async () => {
  const { result } = await placedWhere(['ORD-tea-1', 'ORD-tea-1.own']);

  expect(result).toMatchObject({ type: 'IDEMPOTENCY_CONFLICT', nonRetryable: true });
});
