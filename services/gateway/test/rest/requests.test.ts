import { Unavailable } from '@waybill/order-book-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from '../support/gateway-with-doubles.ts';
import { type RestDriver, restAt } from '../support/rest.ts';
import { aToken } from '../support/tokens.ts';

let fixture: Fixture;
let rest: RestDriver;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  rest = restAt(fixture.gateway);
});
afterEach(() => fixture.close());

test('a request without a valid token is challenged; one without the right is forbidden', async () => {
  const customer = restAt(fixture.gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' })));
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { customerId: 'CUST-1' }));

  const nobody = await restAt(fixture.gateway.as(undefined)).get('/orders/ORD-1');
  const bad = await rest.get('/orders/ORD-1', { authorization: 'Bearer nonsense' });
  const forbidden = await customer.post('/orders/ORD-1/approve');

  expect(nobody).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
  expect(bad).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  expect(forbidden).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
});

test('an unknown, repeated or mistyped parameter is named', async () => {
  const unknown = await rest.get('/orders?colour=red');
  const twice = await rest.get('/orders?first=1&first=2');
  const wrong = await rest.get('/orders?first=ten&needsAttention=perhaps&status=LOST');

  expect(unknown.body).toMatchObject({ status: 400, fields: [{ path: ['colour'], message: 'is unknown' }] });
  expect(twice.body).toMatchObject({ status: 400, fields: [{ path: ['first'], message: 'is given more than once' }] });
  expect(JSON.stringify(wrong.body.fields)).not.toMatch(/Invalid|expected|received/);
  expect((wrong.body.fields as { path: string[] }[]).map(({ path }) => path.join('.')).sort()).toEqual([
    ...['first', 'needsAttention', 'status.0'],
  ]);
});

test('a list is a page, with a link to the next', async () => {
  for (const id of ['ORD-1', 'ORD-2']) fixture.booked.set(id, inTheBook(anOrderUnderWay(id)));

  const response = await rest.get('/orders?status=PROCESSING&status=SHIPPED&minTotal=1.00&first=1');
  const last = await rest.get('/orders?first=2');

  const { nextCursor, items } = response.body;
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(response.headers.link ?? '') ?? [];
  const { pathname, searchParams } = new URL(next, 'http://shop.example');
  expect([response.status, items, pathname]).toMatchObject([200, [{ id: 'ORD-1' }], '/api/v1/orders']);
  expect([...searchParams]).toEqual([
    ['status', 'PROCESSING'],
    ['status', 'SHIPPED'],
    ['minTotal', '1.00'],
    ['first', '1'],
    ['after', nextCursor],
  ]);
  expect([last.body.nextCursor, last.headers.link]).toEqual([null, undefined]);
});

test('an unsupported method is refused with the supported ones', async () => {
  const response = await rest.request('PATCH', '/orders/ORD-1');

  expect(response).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

const lists = ['/orders', '/journal', '/workflows'];

test('who asks for more than the limit is told when to ask again, whatever is read', async () => {
  await fixture.close();
  fixture = await aGatewayWithDoubles({ limits: { costPerSecond: 1 } });
  rest = restAt(fixture.gateway);

  const responses = await Promise.all(lists.map((path) => rest.get(`${path}?first=100`)));

  expect(responses).toMatchObject(lists.map(() => toldToWait(429, 'RATE_LIMITED')));
});

test('what cannot be read because the order book is away is unavailable, and to be asked for again', async () => {
  const away = () => Promise.reject(new Unavailable('The book is away'));
  Object.assign(fixture.neighbours.book, { page: away, fullJournal: away });
  Object.assign(fixture.neighbours.book.runs, { page: away });

  const responses = await Promise.all(lists.map((path) => rest.get(path)));

  expect(responses).toMatchObject(lists.map(() => toldToWait(503, 'SERVICE_UNAVAILABLE')));
});

const toldToWait = (status: number, code: string) => ({
  status,
  body: { code, status },
  headers: { 'content-type': 'application/problem+json', 'retry-after': expect.stringMatching(/^\d+$/) },
});

test.each(['promise-allsettled', 'async-await', 'rxjs', 'ALL_SETTLED'])(
  'a strategy may be called %s',
  async (strategy) => {
    expect((await rest.get(`/user-context?strategy=${strategy}`)).status).toBe(200);
  },
);

test('a strategy that there is not is refused', async () => {
  expect((await rest.get('/user-context?strategy=await')).status).toBe(400);
});

test('a page of an allowed origin may use every method that a route has', async () => {
  const page = 'https://shop.example';
  await fixture.close();
  fixture = await aGatewayWithDoubles({ access: { allowedOrigins: [page] } });
  const { body } = await restAt(fixture.gateway, '/api').get('/openapi.json');
  const used = Object.values(body.paths as Record<string, object>).flatMap(Object.keys);

  const preflight = await restAt(fixture.gateway).send('OPTIONS', '/orders', { headers: { origin: page } });

  const allowed = preflight.headers.get('access-control-allow-methods')?.toLowerCase().split(', ') ?? [];
  expect(used).toContain('patch');
  expect(allowed).toEqual(expect.arrayContaining(used));
});

test('the documentation needs no other server, and describes every route', async () => {
  const docs = restAt(fixture.gateway, '/api');
  const page = await docs.send('GET', '/docs');
  const { body } = await docs.get('/openapi.json');

  expect(await page.text()).not.toMatch(/https?:\/\//);
  expect((await docs.send('GET', '/docs/swagger-ui-bundle.js')).status).toBe(200);
  expect(body).toMatchObject({ openapi: '3.1.0' });
  expect(body.paths).toMatchObject({ '/api/v1/orders/{id}': { get: { security: [{ token: [] }] } } });
  expect(JSON.stringify(body)).not.toContain('\\\\p{');
});

test('a chunked body is read up to the limit', async () => {
  const inParts = (size: number) =>
    (async function* () {
      for (let sent = 0; sent < size; sent += 1_000) yield Buffer.alloc(1_000, ' ');
      yield Buffer.from('{}');
    })();
  const send = (size: number) =>
    fetch(`${fixture.gateway.url}/api/v1/orders/ORD-9/approve`, {
      method: 'POST',
      body: inParts(size) as never,
      duplex: 'half',
      headers: { ...fixture.gateway.authorization, 'content-type': 'application/json' },
    } as RequestInit);

  const short = await send(1_000);
  const long = await send(1_000_000).catch(() => ({ status: 413 })); // or the connection is closed while it is sent

  expect([short.status, long.status]).toEqual([404, 413]);
});
