import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orderAliases } from '../../src/transports/rest/aliases/order-aliases.ts';
import { pathOfRoute } from '../../src/transports/rest/route.ts';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from '../support/gateway-with-doubles.ts';
import { type RestDriver, restAt } from '../support/rest.ts';

let fixture: Fixture;
let rest: RestDriver;
beforeAll(async () => {
  fixture = await aGatewayWithDoubles({ access: { allowedOrigins: [allowed] } });
  rest = restAt(fixture.gateway, '');
  for (const id of ['ORD-1', 'order-2']) {
    const closed = anOrderUnderWay(id, { status: 'SHIPPED', closedAt: '2026-01-01T00:00:00.000Z' });
    fixture.booked.set(id, inTheBook(closed));
  }
});
afterAll(() => fixture.close());

type Request = { method: string; headers?: Record<string, string>; body?: unknown };

const allowed = 'https://shop.example';
const foreign = { origin: 'https://elsewhere.example' };
const aliases = orderAliases.map((route) => {
  const { method, insteadUse = '' } = route;
  return { name: `${method.toUpperCase()} ${pathOfRoute(route)}`, path: pathOfRoute(route), method, insteadUse };
});

/** Requests that are refused at each stage, and one that is not. */
const requestsOf = (method: string): Record<string, Request> => ({
  'that is good': { method, ...(method === 'post' && { body: {} }) },
  'without a token': { method, headers: { authorization: '' }, ...(method === 'post' && { body: {} }) },
  'of another method': { method: 'delete' },
  'with a path that is not text': { method },
  ...(method === 'post' && {
    'with a body that is no JSON': { method, body: '{' },
    'with a body of another type': { method, body: 'x', headers: { 'content-type': 'text/plain' } },
    'with a body that is too long': { method, body: `"${'x'.repeat(1_000_000)}"` },
    'of a page of another site': { method, body: {}, headers: foreign },
  }),
});

describe.each(aliases)('$name', ({ path, method, insteadUse }) => {
  test.each(Object.entries(requestsOf(method)))('a request %s is told what to use instead', async (what, request) => {
    const url = path.replace('{id}', 'ORD-1') + (what === 'with a path that is not text' ? '?a=%00' : '');

    const { headers } = await rest.request(request.method.toUpperCase(), url, request);

    expect(headers).toMatchObject({
      deprecation: '@1767225600',
      link: `<${insteadUse.replace('{id}', 'ORD-1')}>; rel="successor-version"`,
    });
  });
});

test.each([
  ['/api/v1/order/order-ORD-1/status', 'ORD-1', 'the id of its workflow'],
  ['/workflows/order-fulfillment-ORD-1/status', 'ORD-1', 'the longer id of its workflow'],
  ['/api/v1/order/order-2/status', 'order-2', 'an id that looks like one of a workflow'],
  ['/api/v1/order/order-3/status', 'order-3', 'an id that nothing has'],
  ['/api/v1/order/a%3E%22b/status', 'a%3E%22b', 'an id with characters of a link'],
])('%s leads to the address of %s: %s', async (path, id) => {
  const { headers } = await rest.get(path);

  expect(headers.link).toBe(`</api/v1/orders/${id}/status>; rel="successor-version"`);
});

test('a route that is not an alias is not deprecated', async () => {
  const { headers } = await rest.get('/api/v1/orders/ORD-1');

  expect([headers.deprecation, headers.link]).toEqual([undefined, undefined]);
});

test('a page of an allowed origin may read every header that REST sends', async () => {
  const { body: document } = await restAt(fixture.gateway, '/api').get('/openapi.json');
  const documented = Object.values(document.paths as Record<string, Record<string, Documented>>)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap(({ headers = {} }) => Object.keys(headers).map((name) => name.toLowerCase()));

  const { headers } = await rest.request('GET', '/workflows/ORD-1/status', { headers: { origin: allowed } });

  const readable = headers['access-control-expose-headers']?.split(', ') ?? [];
  const needed = [...new Set(documented), 'deprecation', 'x-correlation-id'];
  expect(needed).toContain('etag');
  expect(needed.filter((name) => !readable.includes(name) && !alwaysReadable.includes(name))).toEqual([]);
  expect(headers.vary).toContain('origin');
});

type Documented = { responses: Record<string, { headers?: object }> };
const alwaysReadable = ['cache-control', 'content-type'];
