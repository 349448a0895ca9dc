import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, anOrder, usd } from './an-order.ts';
import { minute, openTestProviders, type TestProviders } from './test-providers.ts';

let testProviders: TestProviders;
beforeAll(async () => {
  testProviders = await openTestProviders();
}, minute);
afterAll(() => testProviders.stop());

const valid = {
  '/payment/authorize': { orderId: 'BAD-1', customerId: 'c-1', amount: usd(500) },
  '/payment/capture': { orderId: 'BAD-1', authorizationId: 'auth-1', amount: usd(500) },
  '/payment/release': { orderId: 'BAD-1' },
  '/payment/refund': { orderId: 'BAD-1', amount: usd(500) },
  '/inventory/reserve': { orderId: 'BAD-1', lines: [{ sku: 'MUG-001', quantity: 1 }] },
  '/inventory/release': { orderId: 'BAD-1' },
  '/inventory/check': { lines: [{ sku: 'MUG-001', quantity: 1 }] },
  '/inventory/restock': { sku: 'MUG-001', quantity: 1 },
  '/shipping/prepare': { orderId: 'BAD-1', lines: [{ sku: 'MUG-001', quantity: 1 }] },
  '/shipping/create-label': { orderId: 'BAD-1', address },
  '/shipping/dispatch': { orderId: 'BAD-1' },
  '/shipping/cancel': { orderId: 'BAD-1', part: 'LABEL' },
  '/notification/send': { orderId: 'BAD-1', kind: 'FAILURE', recipient: 'a@example.com', detail: null },
} as const;
const paths = Object.keys(valid) as (keyof typeof valid)[];

const send = (path: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(testProviders.url + path, { method: 'POST', headers, body });

const problemOf = async (reply: Response) => {
  const { code, correlationId } = (await reply.json()) as { code: string; correlationId: string };
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(correlationId).toBe(reply.headers.get('x-correlation-id'));
  return [reply.status, code];
};

describe.each(paths)('%s', (path) => {
  test('refuses what is not JSON, not an object, too large, or of another type', async () => {
    const replies = [
      await send(path, '{"orderId":'),
      await send(path, '[]'),
      await send(path, 'null'),
      await send(path, JSON.stringify({ ...valid[path], extra: 'x'.repeat(1024 * 1024) })),
      await send(path, '<order/>', { 'content-type': 'text/xml' }),
    ];

    expect(await Promise.all(replies.map(problemOf))).toEqual([
      [400, 'INVALID_REQUEST'],
      [400, 'INVALID_REQUEST'],
      [400, 'INVALID_REQUEST'],
      [413, 'BODY_TOO_LARGE'],
      [415, 'UNSUPPORTED_MEDIA_TYPE'],
    ]);
  });

  test('refuses missing, invalid and unknown fields by name', async () => {
    const required = Object.keys(valid[path]).filter((name) => name !== 'amount' || path !== '/payment/refund');
    const bodies = [
      ...required.map((name) => ({ ...valid[path], [name]: undefined })),
      ...Object.keys(valid[path]).map((name) => ({ ...valid[path], [name]: { strange: true } })),
      { ...valid[path], 'x-unknown': 1 },
    ];

    const replies = await Promise.all(bodies.map((body) => send(path, JSON.stringify(body))));

    expect(new Set((await Promise.all(replies.map(problemOf))).map(String))).toEqual(new Set(['400,INVALID_REQUEST']));
  });

  test('accepts no other method', async () => {
    const replies = await Promise.all(
      ['GET', 'PUT', 'DELETE'].map((method) => fetch(testProviders.url + path, { method })),
    );

    expect(await Promise.all(replies.map(problemOf))).toEqual(Array(3).fill([405, 'METHOD_NOT_ALLOWED']));
    expect(replies[0]?.headers.get('allow')).toBe('POST');
  });
});

test.each([
  ['negative', { amountMinor: -1, currencyCode: 'USD' }],
  ['fractional', { amountMinor: 1.5, currencyCode: 'USD' }],
  ['too large', { amountMinor: 2 ** 60, currencyCode: 'USD' }],
  ['a text', { amountMinor: '500', currencyCode: 'USD' }],
  ['in no currency', { amountMinor: 500, currencyCode: 'ZZZ' }],
  ['in a currency with a quote', { amountMinor: 500, currencyCode: "U'D" }],
])('an amount that is %s is refused', async (_which, amount) => {
  const reply = await send('/payment/authorize', JSON.stringify({ ...valid['/payment/authorize'], amount }));

  expect(await problemOf(reply)).toEqual([400, 'INVALID_REQUEST']);
});

test('a malformed request has no effect', async () => {
  const { orders } = await testProviders.audit.orders();

  expect(orders.filter(({ orderId }) => orderId === 'BAD-1')).toEqual([]);
});

test('an unknown path is not found', async () => {
  expect(await problemOf(await fetch(`${testProviders.url}/payment/steal`))).toEqual([404, 'NO_SUCH_ENDPOINT']);
});

test.each(["o'; drop table chaos.payments; --", '../../etc/passwd', 'o\u0000'])(
  '%j is not an order id',
  async (orderId) => {
    const reply = await fetch(`${testProviders.url}/payment/${encodeURIComponent(orderId)}/status`);

    expect(await problemOf(reply)).toEqual([400, 'INVALID_REQUEST']);
  },
);

test('a text with SQL is stored as text', async () => {
  const orderId = anOrder();
  const customerId = "Robert'); drop table chaos.payments; --";

  await testProviders.payment.authorize({ orderId, customerId, amount: usd(500) });

  expect(await testProviders.payment.status({ orderId })).toMatchObject({ status: 'AUTHORIZED' });
});

test('a correlation id that could harm a log is replaced', async () => {
  const harmless = await fetch(`${testProviders.url}/health`, { headers: { 'x-correlation-id': 'abc-1' } });
  const harmful = await fetch(`${testProviders.url}/health`, { headers: { 'x-correlation-id': 'a b\tc' } });

  expect(harmless.headers.get('x-correlation-id')).toBe('abc-1');
  expect(harmful.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
});
