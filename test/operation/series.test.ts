import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  fulfillmentPlans,
  type OrderState,
  orderFailures,
  orderStatuses,
  providerRefusals,
  stepRules,
  stepStatuses,
  stepsOf,
  undoableSteps,
} from '@waybill/contracts/domain';
import { openLog } from '@waybill/platform';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createGatewayMetrics } from '../../services/gateway/src/assembly/metrics.ts';
import { timed } from '../../services/gateway/src/assembly/request-timing.ts';
import { createOrderMetrics } from '../../services/order-book/src/infrastructure/order-metrics.ts';
import { anOrder } from '../../services/order-book/test/support/orders.ts';
import { createStatementMetrics } from '../../services/platform/src/database/database-metrics.ts';
import { serviceApp } from '../../services/platform/src/http/service-app.ts';

const at = '2026-01-01T00:00:00.000Z';
const codes = [...orderFailures, ...providerRefusals];
const methods = ['GET', 'PUT', 'POST', 'PROPFIND'];
const pick = <Item>(items: readonly Item[], number: number): Item => items[number % items.length] as Item;

/** Orders of every plan, end and reason, each of another customer. */
function theOrder(number: number): OrderState {
  const plan = pick(fulfillmentPlans, number);
  const times = { startedAt: at, finishedAt: at };
  return {
    ...anOrder({ orderId: `CANARY-${number}`, customerId: `CANARY-CUSTOMER-${number}`, plan, closedAt: at }),
    status: pick(orderStatuses, number),
    failure: { code: pick(codes, number), message: `Refused for CANARY-${number}`, step: null },
    steps: stepsOf[plan].map((name, position) => {
      const status = pick(stepStatuses, number + position);
      return { name, status, attempt: 2, ...times, percent: null, detail: { note: `CANARY-${number}` }, error: null };
    }),
    compensations: undoableSteps.map((undoes, position) => {
      const status = pick(['RUNNING', 'COMPLETED', 'SKIPPED', 'FAILED'] as const, number + position);
      return { name: stepRules[undoes].undo, undoes, status, attempt: 1, ...times, error: null };
    }),
  };
}

/** What gateway, order book and providers count of an order on its way through all of them. */
function countersOf(registry: Registry) {
  const gateway = createGatewayMetrics(registry);
  const observeOrder = createOrderMetrics(registry);
  const observeStatement = createStatementMetrics(registry);
  const services = new Registry();
  const app = serviceApp({ log: openLog('series', 'silent'), registry: services });
  app.get('/orders/:orderId', (c) => c.json({}));
  const answer = timed(() => undefined, gateway.observeRequest);
  return {
    services,
    async count(number: number): Promise<void> {
      const order = theOrder(number);
      const { orderId } = order;
      const method = pick(methods, number);
      for (const url of ['/graphql', `/api/v1/orders/${orderId}`, `/${orderId}`]) {
        const res = Object.assign(new EventEmitter(), {
          headersSent: true,
          statusCode: 200,
          getHeader: () => undefined,
        });
        answer({ method, url, headers: {} } as IncomingMessage, res as unknown as ServerResponse);
        res.emit('close');
      }
      for (const path of [`/orders/${orderId}`, `/${orderId}`, `/orders/${orderId}/lines/${number}`])
        await app.request(path, { method });
      observeStatement(`select '${orderId}'`, 'ok', 0);
      observeStatement(`"${orderId}"`, 'error', 0);
      observeOrder(order, undefined);
    },
  };
}

test('a thousand orders make as many series as a hundred, and none names an order or a customer', async () => {
  const registry = new Registry();
  const { services, count } = countersOf(registry);
  const series = async () =>
    [await registry.metrics(), await services.metrics()].flatMap((text) =>
      text.split('\n').flatMap((line) => (line && !line.startsWith('#') ? line.slice(0, line.lastIndexOf(' ')) : [])),
    );
  for (let number = 0; number < 100; number++) await count(number);
  const ofHundred = await series();
  for (let number = 100; number < 1_000; number++) await count(number);

  const ofThousand = await series();

  expect(ofThousand.length).toBeGreaterThan(500);
  expect(ofThousand).toEqual(ofHundred);
  expect(ofThousand.join('\n')).not.toMatch(/CANARY/i);
});
