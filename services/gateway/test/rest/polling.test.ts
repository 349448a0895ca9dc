import type { OrderState } from '@waybill/contracts/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ResultStream } from '../../src/execution/result-stream.ts';
import type { Call } from '../../src/transports/rest/route.ts';
import { whileConnected } from '../../src/transports/rest/routes/follow.ts';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture } from '../support/gateway-with-doubles.ts';
import { type RestDriver, restAt } from '../support/rest.ts';

let sinceStartMs = 0;
let fixture: Fixture;
let rest: RestDriver;
beforeEach(async () => {
  sinceStartMs = 0;
  fixture = await aGatewayWithDoubles({ now: () => new Date(Date.now() + sinceStartMs) });
  rest = restAt(fixture.gateway);
});
afterEach(() => fixture.close());

test('an order has an entity tag, and clients that have it get 304', async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const first = await rest.get('/orders/ORD-1');

  const again = await rest.get('/orders/ORD-1', { 'if-none-match': String(first.headers.etag) });
  const other = await rest.get('/orders/ORD-1', { 'if-none-match': '"something else"' });

  expect(first).toMatchObject({ status: 200, body: { id: 'ORD-1', status: 'PROCESSING' } });
  expect(first.headers).toMatchObject({ vary: 'authorization, origin', 'cache-control': 'private, no-cache' });
  expect(again).toMatchObject({ status: 304, body: {}, headers: { etag: first.headers.etag } });
  expect(other.status).toBe(200);
});

test('a long poll is answered by the next change', async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers, body } = await rest.get('/orders/ORD-1');

  const polled = rest.get('/orders/ORD-1', { 'if-none-match': String(headers.etag), prefer: 'wait=30' });
  await expect.poll(() => fixture.calls).toContain('engine.follow');
  fixture.happen('ORD-1');

  expect(await polled).toMatchObject({ status: 200, headers: { 'preference-applied': 'wait=30' } });
  expect((await polled).body.revision).toBe(Number(body.revision) + 1);
});

test('a long poll waits 30 seconds at most, whatever it prefers', async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers } = await rest.get('/orders/ORD-1');

  const polled = rest.get('/orders/ORD-1', { 'if-none-match': String(headers.etag), prefer: 'wait=99999' });
  await expect.poll(() => fixture.calls).toContain('engine.follow');
  fixture.happen('ORD-1');

  expect(await polled).toMatchObject({ status: 200, headers: { 'preference-applied': 'wait=30' } });
});

test('a long poll ends with the gateway, and releases what it held', async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers } = await rest.get('/orders/ORD-1');
  const polled = rest.get('/orders/ORD-1', { 'if-none-match': String(headers.etag), prefer: 'wait=30' });
  await expect.poll(() => fixture.gateway.usage().connections).toBe(1);

  await fixture.gateway.stop();

  expect((await polled).status).toBe(304);
  expect(fixture.gateway.usage()).toMatchObject({ connections: 0, subscribers: 0 });
});

test('each waiting request holds a connection, and their number is limited', async () => {
  await fixture.close();
  fixture = await aGatewayWithDoubles({ limits: { socketsPerUser: 1 } });
  rest = restAt(fixture.gateway);
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers } = await rest.get('/orders/ORD-1');
  const polling = { 'if-none-match': String(headers.etag), prefer: 'wait=30' };
  const gone = new AbortController();
  const first = rest.send('GET', '/orders/ORD-1', { headers: polling, signal: gone.signal }).catch(() => 'gone');
  await expect.poll(() => fixture.gateway.usage().connections).toBe(1);

  const second = await rest.get('/orders/ORD-1', polling);
  gone.abort();

  expect(second).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' }, headers: { 'retry-after': '1' } });
  expect(await first).toBe('gone');
  await expect.poll(() => fixture.gateway.usage().connections).toBe(0);
});

const afterTheTokenMs = 7_200_000;

test.each([
  ['a long poll', '/orders/ORD-1'],
  ['the wait for a result', '/orders/ORD-1/result'],
])('%s tells nothing once its token has ended', async (_, path) => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const { headers } = await rest.get('/orders/ORD-1');
  const polled = rest.get(path, { 'if-none-match': String(headers.etag), prefer: 'wait=30' });
  await expect.poll(() => fixture.gateway.usage().subscribers).toBe(1);

  sinceStartMs = afterTheTokenMs;
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { status: 'SHIPPED', closedAt: '2026-01-01T00:00:00.000Z' }));
  fixture.happen('ORD-1');

  expect(await polled).toMatchObject({
    status: 401,
    body: { code: 'UNAUTHENTICATED' },
    headers: { 'www-authenticate': 'Bearer' },
  });
  expect(fixture.gateway.usage()).toMatchObject({ connections: 0, subscribers: 0 });
});

test('an alias that waits for its order does not act once its token has ended', async () => {
  const steps = [{ name: 'AWAIT_APPROVAL', status: 'PENDING', attempt: 0 }] as unknown as OrderState['steps'];
  const placed = anOrderUnderWay('ORD-1', { status: 'RECEIVED', requiresApproval: true, steps });
  fixture.running.set('ORD-1', placed);
  const approved = restAt(fixture.gateway, '').post('/workflows/ORD-1/approve', {});
  await expect.poll(() => fixture.gateway.usage().subscribers).toBe(1);

  sinceStartMs = afterTheTokenMs;
  fixture.running.set('ORD-1', { ...placed, status: 'AWAITING_APPROVAL' });
  fixture.happen('ORD-1');

  expect((await approved).status).toBe(401);
  expect(fixture.calls).not.toContain('engine.command');
});

test('a wait ends with the token, though nothing happens', async () => {
  const opened = Date.now();
  const usage = new Map<string, number>();
  const stream = { return: async () => ({ done: true, value: undefined }) } as ResultStream;
  const session = { viewer: { id: 'otto', role: 'OPERATOR' }, endsAt: opened + 20, expiresAt: null } as const;
  const tools = {
    connections: { acquire: () => () => usage.set('released', 1), most: 1, size: 0 },
    now: () => new Date(opened),
  };

  const reply = await whileConnected({ stream, session }, { context: {} } as Call, tools, () => new Promise(() => {}));

  expect(reply).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  expect(usage.get('released')).toBe(1);
});
