import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { anIsolatedGateway } from './support/isolated-gateway.ts';

const front = anIsolatedGateway();

async function sent(path: string, method: string, headers: Record<string, string | string[]>, body = '') {
  const { authorization } = front();
  const req = request(new URL(path, front().endpoint), { method, headers: { ...authorization, ...headers } });
  req.end(body);
  const [response] = (await once(req, 'response')) as [IncomingMessage];
  return { status: response.statusCode, body: await text(response) };
}

const twice = { 'idempotency-key': ['one', 'two'] };
const json = { 'content-type': 'application/json' };
const refusal = { code: 'INVALID_INPUT', title: 'The header Idempotency-Key is given more than once' };

test.each([
  ['GraphQL', '/graphql', 'POST', '{"query":"{ viewer { id } }"}'],
  ['REST', '/api/v1/orders/ORD-1/cancel', 'POST', '{"reason":"Ordered twice"}'],
  ['REST without a body', '/api/v1/chaos', 'DELETE', ''],
  ['an alias', '/workflows/ORD-1/cancel', 'POST', '{}'],
])('two keys are refused by the name of their header: %s', async (_, path, method, body) => {
  const response = await sent(path, method, { ...json, ...twice }, body);

  expect([response.status, JSON.parse(response.body)]).toMatchObject([
    400,
    { ...refusal, fields: [{ path: ['Idempotency-Key'], message: 'is given more than once' }] },
  ]);
});

test('two keys are refused where a WebSocket is opened', async () => {
  const response = await sent('/graphql', 'GET', {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': 'graphql-transport-ws',
    ...twice,
  });

  expect(response.status).toBe(400);
});

test('one key may have a comma', async () => {
  const response = await sent(
    '/graphql',
    'POST',
    { ...json, 'idempotency-key': 'one, two' },
    '{"query":"{ viewer { id } }"}',
  );

  expect(response.status).toBe(200);
});
