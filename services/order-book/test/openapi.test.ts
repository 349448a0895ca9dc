import { openLog } from '@waybill/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OrderBookServer, startOrderBook } from '../src/index.ts';
import { opening } from './support/test-book.ts';

let server: OrderBookServer;
beforeAll(async () => {
  server = await startOrderBook({ log: openLog('order-book', 'silent'), now: () => new Date() });
}, opening);
afterAll(() => server.stop());

test('its OpenAPI document has every route', async () => {
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as { openapi: string; paths: object };

  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual([
    '/changes',
    '/identities/{id}',
    '/journal',
    '/open-orders',
    '/open-runs',
    '/order-counts',
    '/orders/by-ids',
    '/orders/page',
    '/orders/{orderId}',
    '/orders/{orderId}/attention',
    '/orders/{orderId}/epoch',
    '/orders/{orderId}/journal',
    '/orders/{orderId}/undone-effects',
    '/payment-references',
    '/payment-references/abandoned',
    '/run-changes',
    '/run-identities/{id}',
    '/runs/by-ids',
    '/runs/page',
    '/runs/{runId}',
    '/runs/{runId}/attention',
    '/runs/{runId}/epoch',
    '/runs/{runId}/journal',
    '/sweep',
    '/unbalanced',
  ]);
});

test('the page of that document loads nothing from elsewhere', async () => {
  const page = await (await fetch(`${server.url}/docs`)).text();
  const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, path]) => new URL(path ?? '', `${server.url}/docs`),
  );

  const statuses = await Promise.all(assets.map(async (asset) => (await fetch(asset)).status));

  expect(assets.map(({ origin }) => origin)).toEqual([server.url, server.url]);
  expect(statuses).toEqual([200, 200]);
});
