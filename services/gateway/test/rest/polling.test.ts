import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RestDriver, restAt } from '../support/rest.ts';
import { aGatewayStanding, anOrderUnderWay, type Standing } from '../support/standing.ts';

let standing: Standing;
let rest: RestDriver;
beforeEach(async () => {
  standing = await aGatewayStanding();
  rest = restAt(standing.gateway);
});
afterEach(() => standing.close());

test('an order has an entity tag, and clients that have it get 304', async () => {
  standing.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const first = await rest.get('/orders/ORD-1');

  const again = await rest.get('/orders/ORD-1', { 'if-none-match': String(first.headers.etag) });
  const other = await rest.get('/orders/ORD-1', { 'if-none-match': '"something else"' });

  expect(first).toMatchObject({ status: 200, body: { id: 'ORD-1', status: 'PROCESSING' } });
  expect(first.headers).toMatchObject({ vary: 'authorization', 'cache-control': 'private, no-cache' });
  expect(again).toMatchObject({ status: 304, body: {}, headers: { etag: first.headers.etag } });
  expect(other.status).toBe(200);
});

test('a long poll is answered by the next change', async () => {
  standing.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers, body } = await rest.get('/orders/ORD-1');

  const polled = rest.get('/orders/ORD-1', { 'if-none-match': String(headers.etag), prefer: 'wait=30' });
  await expect.poll(() => standing.calls).toContain('engine.follow');
  standing.happen('ORD-1');

  expect(await polled).toMatchObject({ status: 200, headers: { 'preference-applied': 'wait=30' } });
  expect((await polled).body.revision).toBe(Number(body.revision) + 1);
});

test('a long poll waits 30 seconds at most, whatever it prefers', async () => {
  standing.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers } = await rest.get('/orders/ORD-1');

  const polled = rest.get('/orders/ORD-1', { 'if-none-match': String(headers.etag), prefer: 'wait=99999' });
  await expect.poll(() => standing.calls).toContain('engine.follow');
  standing.happen('ORD-1');

  expect(await polled).toMatchObject({ status: 200, headers: { 'preference-applied': 'wait=30' } });
});

test('a long poll ends with the gateway, and releases what it held', async () => {
  standing.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers } = await rest.get('/orders/ORD-1');
  const polled = rest.get('/orders/ORD-1', { 'if-none-match': String(headers.etag), prefer: 'wait=30' });
  await expect.poll(() => standing.gateway.usage().connections).toBe(1);

  await standing.gateway.stop();

  expect((await polled).status).toBe(304);
  expect(standing.gateway.usage()).toMatchObject({ connections: 0, subscribers: 0 });
});

test('each waiting request holds a connection, and their number is limited', async () => {
  await standing.close();
  standing = await aGatewayStanding({ limits: { socketsPerUser: 1 } });
  rest = restAt(standing.gateway);
  standing.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers } = await rest.get('/orders/ORD-1');
  const polling = { 'if-none-match': String(headers.etag), prefer: 'wait=30' };
  const gone = new AbortController();
  const first = rest.send('GET', '/orders/ORD-1', { headers: polling, signal: gone.signal }).catch(() => 'gone');
  await expect.poll(() => standing.gateway.usage().connections).toBe(1);

  const second = await rest.get('/orders/ORD-1', polling);
  gone.abort();

  expect(second).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' }, headers: { 'retry-after': '1' } });
  expect(await first).toBe('gone');
  await expect.poll(() => standing.gateway.usage().connections).toBe(0);
});
