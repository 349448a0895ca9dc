import type { NewOrder } from '@waybill/graphql';
import { expect, test } from 'vitest';
import type { Caller } from '../src/ports/caller.ts';
import type { Surroundings } from '../src/ports/dependencies.ts';
import { placing } from '../src/ports/order-placement.ts';

test('an order enters with the patience of the deployment that it is placed in', async () => {
  const patience = { patience: { ENRICH: { attempts: 1 } }, limitMs: 60_000 };
  const placed: unknown[] = [];
  const orders = {
    place: async (order: unknown) => {
      placed.push(order);
      return { orderId: 'ORD-1', placed: null };
    },
  };
  const surroundings = { orders, patience, now: () => new Date(0) } as unknown as Surroundings;

  await placing(surroundings, aCaller, async () => ({}) as never)(anOrder);

  expect(placed).toEqual([expect.objectContaining(patience)]);
});

const aCaller = {
  viewer: { id: 'ada', role: 'customer' },
  idempotencyKey: null,
  correlationId: 'c',
} as unknown as Caller;
const anOrder = { items: [], currencyCode: 'USD', idempotencyKey: null } as unknown as NewOrder;
