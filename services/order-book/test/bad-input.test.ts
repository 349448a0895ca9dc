import { openLog } from '@waybill/platform';
import { beforeAll, describe, expect, test } from 'vitest';
import { type OrderBookService, openOrderBook } from '../src/index.ts';
import { anOrder, entries } from './support/orders.ts';
import { aRun, runEntries } from './support/runs.ts';
import { opening, writtenAt } from './support/test-book.ts';

describe('bad input', () => {
  let service: OrderBookService;
  beforeAll(async () => {
    service = await openOrderBook({ log: openLog('order-book', 'silent'), now: () => writtenAt });
    return () => service.close();
  }, opening);

  const order = anOrder({ orderId: 'o-bad', revision: 1 });
  const write = { order, entries: [], fingerprint: 'f-1' };
  const run = aRun('RUN-bad', { revision: 1 });
  const runWrite = { run, entries: [], fingerprint: 'f-1' };

  test.each<[number, string, string, string, unknown?]>([
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', '{"order":'],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', []],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', { ...write, order: { ...order, status: 'SOLD' } }],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', { ...write, order: { ...order, revision: 1.5 } }],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', { ...write, order: { ...order, revision: 1e300 } }],
    [
      400,
      'INVALID_REQUEST',
      'PUT',
      '/orders/o-bad',
      { ...write, order: { ...order, createdAt: '0000-01-01T00:00:00Z' } },
    ],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', { ...write, entries: entries(0, 0) }],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', { ...write, entries: entries(1, 1001) }],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad', { ...write, entries: entries(1, 2) }],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-other', write],
    [413, 'BODY_TOO_LARGE', 'PUT', '/orders/o-bad', 'x'.repeat(3_000_000)],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad/attention', {}],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad/attention', { attention: 'BORED' }],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o-bad/attention', { attention: 'STUCK', because: 'it is' }],
    [400, 'INVALID_REQUEST', 'PUT', '/orders/o%00bad/attention', { attention: null }],
    [404, 'ORDER_NOT_FOUND', 'PUT', '/orders/o-bad/attention', { attention: 'STUCK' }],
    [413, 'BODY_TOO_LARGE', 'PUT', '/orders/o-bad/attention', 'x'.repeat(3_000_000)],
    [400, 'INVALID_REQUEST', 'GET', '/orders/o%00bad'],
    [404, 'ORDER_NOT_FOUND', 'GET', "/orders/'; drop table orders; --"],
    [400, 'INVALID_REQUEST', 'GET', '/orders/o-good/journal?after=-1'],
    [400, 'INVALID_REQUEST', 'GET', '/orders/o-good/journal?first=1001'],
    [400, 'INVALID_REQUEST', 'GET', '/orders/o-good/journal?skip=1'],
    [400, 'INVALID_REQUEST', 'POST', '/orders/page', { first: 0 }],
    [400, 'INVALID_REQUEST', 'POST', '/orders/page', { first: 101 }],
    [400, 'INVALID_REQUEST', 'POST', '/orders/page', { first: 1, last: 1 }],
    [400, 'INVALID_REQUEST', 'POST', '/orders/page', { orderBy: 'PRETTIEST' }],
    [400, 'INVALID_REQUEST', 'POST', '/orders/page', { filter: { colour: 'red' } }],
    [400, 'INVALID_REQUEST', 'POST', '/orders/page', { filter: { createdFrom: 'yesterday' } }],
    [400, 'INVALID_REQUEST', 'POST', '/orders/page', { filter: { createdFrom: '0000-01-01T00:00:00Z' } }],
    [400, 'INVALID_CURSOR', 'POST', '/orders/page', { after: "' or 1=1" }],
    [400, 'INVALID_REQUEST', 'POST', '/orders/by-ids', { ids: Array.from({ length: 101 }, String) }],
    [400, 'INVALID_CURSOR', 'GET', '/changes?after=soon'],
    [400, 'INVALID_REQUEST', 'GET', '/changes?waitMs=60001'],
    [400, 'INVALID_REQUEST', 'GET', '/open-orders?first=x'],
    [404, 'NO_SUCH_ENDPOINT', 'GET', '/nowhere'],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad', { ...runWrite, run: { ...run, kind: 'ORDER' } }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad', { ...runWrite, run: { ...run, status: 'LOST' } }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad', { ...runWrite, run: { ...run, about: 'a\0b' } }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad', { ...runWrite, run: { ...run, startedBy: 'x'.repeat(250_000) } }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad', { ...runWrite, entries: runEntries(1, 1001) }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad', { ...runWrite, entries: runEntries(1, 2) }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad', { ...runWrite, keyId: 'ORD-1' }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/ORD-1', { ...runWrite, run: { ...run, runId: 'ORD-1' } }],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-other', runWrite],
    [413, 'BODY_TOO_LARGE', 'PUT', '/runs/RUN-bad', 'x'.repeat(3_000_000)],
    [400, 'INVALID_REQUEST', 'PUT', '/runs/RUN-bad/attention', { attention: 'BORED' }],
    [404, 'RUN_NOT_FOUND', 'PUT', '/runs/RUN-bad/attention', { attention: 'STUCK' }],
    [400, 'INVALID_REQUEST', 'GET', '/runs/RUN%00bad'],
    [404, 'RUN_NOT_FOUND', 'GET', '/runs/RUN-bad'],
    [404, 'RUN_NOT_FOUND', 'GET', '/run-identities/RUN-bad'],
    [400, 'INVALID_REQUEST', 'GET', '/runs/RUN-bad/journal?first=1001'],
    [400, 'INVALID_REQUEST', 'POST', '/runs/page', { first: 101 }],
    [400, 'INVALID_REQUEST', 'POST', '/runs/page', { filter: { about: 'x'.repeat(250_000) } }],
    [400, 'INVALID_REQUEST', 'POST', '/runs/page', { filter: { startedBy: '\ud800' } }],
    [400, 'INVALID_REQUEST', 'POST', '/runs/page', { filter: { kind: ['ORDER'] } }],
    [400, 'INVALID_CURSOR', 'POST', '/runs/page', { after: "' or 1=1" }],
    [400, 'INVALID_REQUEST', 'POST', '/runs/by-ids', { ids: Array.from({ length: 101 }, String) }],
    [400, 'INVALID_CURSOR', 'GET', '/run-changes?after=soon'],
    [400, 'INVALID_REQUEST', 'GET', '/open-runs?first=x'],
  ])('is answered %i %s: %s %s', async (status, code, method, path, body) => {
    const reply = await ask(service, method, path, body);

    expect(reply).toMatchObject({ status, type: 'application/problem+json', problem: { status, code } });
    expect((await service.app.request('/orders/o-bad')).status).toBe(404);
  });

  test('a body without the content type JSON is refused', async () => {
    const reply = await service.app.request('/orders/page', { method: 'POST', body: '{}' });

    expect(reply.status).toBe(415);
  });
});

async function ask({ app }: OrderBookService, method: string, path: string, body: unknown) {
  const reply = await app.request(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: reply.status, type: reply.headers.get('content-type'), problem: await reply.json() };
}
