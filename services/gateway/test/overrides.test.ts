import type { NewOrder } from '@waybill/contracts';
import type { NewRun } from '@waybill/graphql';
import { expect, test } from 'vitest';
import type { Caller } from '../src/ports/caller.ts';
import type { PortDependencies } from '../src/ports/dependencies.ts';
import { createPlacement } from '../src/ports/order-placement.ts';
import type { RunPortDependencies } from '../src/ports/run-dependencies.ts';
import { createRunStart } from '../src/ports/run-start.ts';

test('an order is stored with the settings of its deployment that differ from the defaults, and nothing else', async () => {
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

test('a run is stored with the settings for its steps that differ from the defaults, and the limits of its deployment', async () => {
  const runOverrides = { patience: { GREET: { attempts: 1 }, WEATHER: { attempts: 1 } }, limits: { commands: 3 } };
  const started: unknown[] = [];
  const runs = {
    start: async (run: unknown) => {
      started.push(run);
      return { id: 'RUN-1', started: null };
    },
  };
  const dependencies = { runs, overrides: {}, runOverrides, now: () => new Date(0) } as unknown as RunPortDependencies;
  const request = { kind: 'GREETING', runId: null, name: 'Ada', idempotencyKey: null } as NewRun;

  await createRunStart(dependencies, aCaller, async () => ({}) as never)(request);

  expect(started).toEqual([expect.objectContaining({ patience: { GREET: { attempts: 1 } }, limits: { commands: 3 } })]);
});

const aCaller = {
  viewer: { id: 'ada', role: 'customer' },
  idempotencyKey: null,
  correlationId: 'c',
} as unknown as Caller;
const anOrder = { items: [], currencyCode: 'USD', idempotencyKey: null } as unknown as NewOrder;
