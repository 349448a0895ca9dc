import type { NewOrder } from '@waybill/contracts';
import { expect, test } from 'vitest';
import type { Caller } from '../src/ports/caller.ts';
import type { PortDependencies } from '../src/ports/dependencies.ts';
import { createPlacement } from '../src/ports/order-placement.ts';

test('an order enters with what departs from the tables in the deployment that it is placed in, and nothing else', async () => {
  const overrides = {
    patience: { ENRICH: { attempts: 1 } },
    limitMs: 60_000,
    limits: { items: 3 },
    shippingQueue: 'ours',
  };
  const placed: unknown[] = [];
  const orders = {
    place: async (order: unknown) => {
      placed.push(order);
      return { orderId: 'ORD-1', placed: null };
    },
  };
  const dependencies = { orders, overrides, now: () => new Date(0) } as unknown as PortDependencies;

  await createPlacement(dependencies, aCaller, async () => ({}) as never)(anOrder);

  expect(placed).toEqual([expect.objectContaining(overrides)]);
});

const aCaller = {
  viewer: { id: 'ada', role: 'customer' },
  idempotencyKey: null,
  correlationId: 'c',
} as unknown as Caller;
const anOrder = { items: [], currencyCode: 'USD', idempotencyKey: null } as unknown as NewOrder;
