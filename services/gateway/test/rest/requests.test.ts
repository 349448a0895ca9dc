import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RestDriver, restAt } from '../support/rest.ts';
import { aGatewayStanding, anOrderUnderWay, inTheBook, type Standing } from '../support/standing.ts';
import { aToken } from '../support/tokens.ts';

let standing: Standing;
let rest: RestDriver;
beforeEach(async () => {
  standing = await aGatewayStanding();
  rest = restAt(standing.gateway);
});
afterEach(() => standing.close());

test('who sends no token, or a bad one, is challenged; who has not the right is told so', async () => {
  const customer = restAt(standing.gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' })));
  standing.running.set('ORD-1', anOrderUnderWay('ORD-1', { customerId: 'CUST-1' }));

  const nobody = await restAt(standing.gateway.as(undefined)).get('/orders/ORD-1');
  const bad = await rest.get('/orders/ORD-1', { authorization: 'Bearer nonsense' });
  const forbidden = await customer.post('/orders/ORD-1/approve');

  expect(nobody).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
  expect(bad).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  expect(forbidden).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
});

test('a parameter that there is not, is given twice or is of the wrong type is named', async () => {
  const unknown = await rest.get('/orders?colour=red');
  const twice = await rest.get('/orders?first=1&first=2');
  const wrong = await rest.get('/orders?first=ten&needsAttention=perhaps&status=LOST');

  expect(unknown.body).toMatchObject({ status: 400, fields: [{ path: ['colour'], message: 'is not known here' }] });
  expect(twice.body).toMatchObject({ status: 400, fields: [{ path: ['first'], message: 'is given more than once' }] });
  expect((wrong.body.fields as { path: string[] }[]).map(({ path }) => path.join('.')).sort()).toEqual([
    ...['first', 'needsAttention', 'status.0'],
  ]);
});

test('a list is a page, with a link to the next', async () => {
  for (const id of ['ORD-1', 'ORD-2']) standing.booked.set(id, inTheBook(anOrderUnderWay(id)));

  const said = await rest.get('/orders?status=PROCESSING&status=SHIPPED&minTotal=1.00&first=1');

  expect(said).toMatchObject({ status: 200, body: { items: [{ id: 'ORD-1' }], nextCursor: null } });
});

test('a method that a path does not take is refused with those that it takes', async () => {
  const said = await rest.said('PATCH', '/orders/ORD-1');

  expect(said).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test("the documentation needs nobody else's server, and describes every route", async () => {
  const docs = restAt(standing.gateway, '/api');
  const page = await (await docs.send('GET', '/docs')).text();
  const script = await docs.send('GET', '/docs/swagger-ui-bundle.js');
  const { body } = await docs.get('/openapi.json');

  expect(page).not.toMatch(/https?:\/\//);
  expect(script.status).toBe(200);
  expect(body).toMatchObject({
    openapi: '3.1.0',
    paths: { '/api/v1/orders/{id}': { get: { security: [{ token: [] }] } } },
  });
  expect(JSON.stringify(body)).not.toContain('\\\\p{');
});

test('a body whose length is not told is read, up to the limit', async () => {
  const inParts = (size: number) =>
    (async function* () {
      for (let sent = 0; sent < size; sent += 1_000) yield Buffer.alloc(1_000, ' ');
      yield Buffer.from('{}');
    })();
  const send = (size: number) =>
    fetch(`${standing.gateway.url}/api/v1/orders/ORD-9/approve`, {
      ...{ method: 'POST', body: inParts(size) as never, duplex: 'half' },
      headers: { ...standing.gateway.authorization, 'content-type': 'application/json' },
    } as RequestInit);

  const short = await send(1_000);
  const long = await send(1_000_000).catch(() => ({ status: 413 })); // or the connection is closed while it is sent

  expect([short.status, long.status]).toEqual([404, 413]);
});
