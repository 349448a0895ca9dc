import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orThrow, type Waybill } from '@waybill/client';
import { createProvidersClient } from '@waybill/providers-client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { storm } from '../support/storm.ts';
import { anOrder, type Service, type System, startSystem } from './system.ts';

const canary = /canary/i;
const serviceToken = 'canary-that-gateway-and-workers-send-along';
const customerEmail = 'canary@canary.example';
const shippingAddress = { ...anOrder.shippingAddress, street: '7 Canary Row', city: 'Canaryville' };

// A killed book keeps what was written.
const folder = mkdtempSync(join(tmpdir(), 'waybill-canary-'));

let system: System;
let client: Waybill;
beforeAll(async () => {
  const all = { WAYBILL_SERVICE_TOKEN: serviceToken, LOG_LEVEL: 'trace' };
  system = await startSystem(inject('temporalAddress'), all, {
    chaos: { CHAOS_CONTROL: 'on', WAYBILL_CHAOS_HANG: 'PT1S' },
    book: { WAYBILL_ORDER_BOOK_DATA: `${folder}/book` },
  });
  client = await system.client();
  await livesThroughAStorm();
  await isAttacked();
});
afterAll(async () => {
  client?.close();
  system?.stop();
  await rm(folder, { recursive: true });
});

async function livesThroughAStorm(): Promise<void> {
  const providers = createProvidersClient({ baseUrl: system.urls.chaos, serviceToken });
  await providers.chaos.change({ profile: 'storm', seed: storm.seed });
  await providers.close();
  const orderIds = Object.keys(storm.endings);
  const ends = orderIds.map(async (orderId) => {
    orThrow(await client.orders.place({ ...anOrder, orderId, customerEmail, shippingAddress }));
    for await (const { closedAt } of client.orders.watch(orderId)) if (closedAt) break;
  });
  // The order book is killed and restarted while they are running.
  system.children.book.kill('SIGKILL');
  system.start('book');
  await Promise.all(ends);
}

/** Requests of every wrong kind, which say the same things in all places that a request has. */
async function isAttacked(): Promise<void> {
  const { gateway, chaos, book } = system.urls;
  const body = JSON.stringify({ customerEmail, shippingAddress });
  const authorization = `Bearer ${serviceToken}`;
  const headers = { 'content-type': 'application/json' };
  const document = `mutation { placeOrder(input: { customerEmail: "${customerEmail}", street: "7 Canary Row" }) { __typename } }`;
  const bad = { ...anOrder, customerEmail: 'canary at canary', shippingAddress: { ...shippingAddress, country: 'XX' } };
  await client.orders.place(bad).catch(() => undefined);
  const requests: [string, RequestInit][] = [
    [`${gateway}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: document }) }],
    [`${gateway}/graphql`, { method: 'POST', headers, body: body.slice(0, -3) }],
    [`${gateway}/graphql`, { method: 'POST', headers: { ...headers, authorization }, body }],
    [`${gateway}/api/v1/orders/${customerEmail}`, { headers: { authorization } }],
    ...[chaos, book].flatMap((service): [string, RequestInit][] => [
      [`${service}/${customerEmail}?street=7+Canary+Row`, { headers: { authorization } }],
      [`${service}/orders`, { method: 'POST', headers: { ...headers, authorization }, body }],
      [`${service}/orders`, { method: 'POST', headers: { ...headers, authorization }, body: body.slice(0, -3) }],
      [`${service}/chaos`, { method: 'PATCH', headers: { ...headers, authorization: `${authorization}-not` }, body }],
    ]),
  ];
  for (const [url, request] of requests) await (await fetch(url, request)).text();
}

test('every order of the storm is in the logs of every process, and so is its correlation id', () => {
  const lines = system
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const [gateway, chaos, book, worker] = ['gateway', 'chaos', 'order-book', 'worker'].map((service) =>
    lines.filter((line) => line.includes(`"service":"${service}"`)).join('\n'),
  );
  const ids = new Set([...(worker?.matchAll(/"correlationId":"([^"]+)"/g) ?? [])].map(([, id]) => id));

  expect(ids.size).toBeGreaterThanOrEqual(Object.keys(storm.endings).length);
  for (const id of ids) for (const log of [chaos, book]) expect(log).toContain(id);
  expect([...ids].filter((id) => gateway?.includes(`${id}`)).length).toBe(Object.keys(storm.endings).length);
});

test('no log has an e-mail address, a street, a secret or a token', () => {
  const output = system.output();

  expect(output.split('\n').filter((line) => canary.test(line))).toEqual([]);
  expect(output).not.toMatch(/eyJ[\w-]+\.|a secret that only the tests know of/);
});

test.each<Service>(['gateway', 'chaos', 'book', 'worker'])('no metric of %s has one either', async (service) => {
  const metrics = await system.scrape(service);

  expect(metrics).toMatch(/^waybill_|^temporal_/m);
  expect(metrics.split('\n').filter((line) => canary.test(line) || line.includes('STORM-'))).toEqual([]);
});
