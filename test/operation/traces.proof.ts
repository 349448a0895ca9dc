import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orThrow, type Waybill } from '@waybill/client';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { openSpanSink, orphansOf, type Span, traceWith } from './span-sink.ts';
import { anOrder, type System, startSystem } from './system.ts';

const folder = mkdtempSync(join(tmpdir(), 'waybill-traces-'));
const sink = await openSpanSink();
let system: System;
let client: Waybill;
beforeAll(async () => {
  const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.url, OTEL_BSP_SCHEDULE_DELAY: '100' };
  const queues = { WAYBILL_ORDERS_QUEUE: 'traced-orders', WAYBILL_SHIPPING_QUEUE: 'traced-shipping' };
  system = await startSystem(
    inject('temporalAddress'),
    { ...tracing, ...queues },
    { chaos: { WAYBILL_CHAOS_DATA: `${folder}/chaos` }, book: { WAYBILL_ORDER_BOOK_DATA: `${folder}/book` } },
  );
  client = await system.client();
});
afterAll(async () => {
  client?.close();
  system?.stop();
  sink.close();
  await rm(folder, { recursive: true });
});

const isPlacing = ({ name, parentSpanId }: Span) => name === 'mutation placeOrder' && !parentSpanId;
const trace = () => traceWith(sink.spans(), isPlacing);
const deliveries = () => sink.spans().filter(({ name }) => name === 'deliver order');
const labelsOf = (spans: readonly Span[]) => new Set(spans.map(({ service, name }) => `${service}: ${name}`));

/** Whether every listed span and its parent have arrived. */
async function untilWhole(...names: string[]): Promise<void> {
  await expect
    .poll(() => names.filter((name) => !labelsOf(trace()).has(name)), { timeout: 60_000, interval: 200 })
    .toEqual([]);
  await expect.poll(() => orphansOf(trace()), { timeout: 60_000, interval: 200 }).toEqual([]);
}

async function until(orderId: string, wanted: string): Promise<void> {
  for await (const { status } of client.orders.watch(orderId)) if (status === wanted) return;
  throw new Error(`${orderId} never was ${wanted}`);
}

/** Up to a manager's approval. */
const hops = [
  'waybill-gateway: engine start',
  'waybill-worker: activity recordOrder',
  'waybill-order-book: PUT /orders/:orderId',
  'waybill-worker: activity authorizePayment',
  'waybill-worker: POST',
  'waybill-chaos: POST /payment/authorize',
  'waybill-chaos: with',
  'waybill-worker: tellOrderBook',
  'waybill-order-book: step AUTHORIZE_PAYMENT',
];
const afterApproval = [
  'waybill-order-book: step RESERVE_INVENTORY',
  'waybill-worker: activity capturePayment',
  'waybill-worker: activity createLabel',
];

test('an order over HTTP is one trace, whichever process dies', async () => {
  const waiting = { requiresApproval: true, approvalTimeout: 'PT1H' };
  orThrow(
    await client.orders.place({ ...anOrder, ...waiting, orderId: 'TRACED-1', customerEmail: 'canary@canary.example' }),
  );
  await until('TRACED-1', 'AWAITING_APPROVAL');
  await untilWhole(...hops);

  const killed = system.children.worker;
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  system.start('worker');
  await client.orders.approve('TRACED-1'); // its verdict may be told too late for this answer
  await until('TRACED-1', 'SHIPPED');

  await untilWhole(...afterApproval);
  expect(deliveries().every(({ links }) => links?.length === 1)).toBe(true);
  expect(deliveries().length).toBeGreaterThan(0);
  expect(JSON.stringify(sink.spans())).not.toMatch(/canary|Main Street|CUST-1/i);
});

test('an order over WebSocket is one trace, too', async () => {
  const socket = createClient({
    url: `${system.urls.gateway.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${await aToken()}` },
  });
  const query = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
  for await (const { data } of socket.iterate({ query, variables: { input: { ...anOrder, orderId: 'TRACED-2' } } }))
    expect(data).toMatchObject({ placeOrder: { __typename: 'PlaceOrderPayload' } });
  await until('TRACED-2', 'SHIPPED');

  await untilWhole(...hops, ...afterApproval);
  expect(sink.spans().filter(isPlacing)).toHaveLength(2);
});
