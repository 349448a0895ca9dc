import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from '../support/gateway-with-doubles.ts';
import { type RestDriver, restAt } from '../support/rest.ts';
import { aToken } from '../support/tokens.ts';

let fixture: Fixture;
let rest: RestDriver;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  rest = restAt(fixture.gateway);
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
});
afterEach(() => fixture.close());

test('a question mark in a parameter belongs to it', async () => {
  const response = await rest.get('/orders?first=1?after=x');

  expect(response).toMatchObject({ status: 400, body: { fields: [{ path: ['first'] }] } });
});

test('a parameter without a name is reported', async () => {
  const response = await rest.get('/orders?=1');

  expect(response.body).toMatchObject({ status: 400, title: 'The request is invalid: "": is unknown' });
});

test.each([
  ['first=1000', 'first', 'first must be 1 to 100'],
  ['minTotal=-1', 'minTotal', 'minTotal is not an amount with 2 decimals at most'],
  [`customerId=${'x'.repeat(3_000)}`, 'customerId', 'customerId has 3000 characters; at most 2000 are allowed'],
])('an error about a parameter names it: %s', async (query, name, title) => {
  const response = await rest.get(`/orders?${query}`);

  expect(response.body).toMatchObject({ status: 400, title, fields: [{ path: [name] }] });
});

test('a field whose value the role does not permit is named', async () => {
  const customer = restAt(fixture.gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' })));
  const shippingAddress = { street: '1 Main St', city: 'Springfield', zip: '62701', country: 'US' };
  const order = { customerEmail: 'ada@example.com', items: [{ sku: 'BOOK-001', quantity: 1 }], shippingAddress };

  const response = await customer.post('/orders', { ...order, customerId: 'CUST-2' });

  expect(response).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  expect(response.body.fields).toEqual([{ path: ['customerId'], message: 'is not permitted' }]);
});

test('a field within a field whose value the role does not permit is named by both', async () => {
  const customer = restAt(fixture.gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' })));
  const shippingAddress = { street: '1 Main St', city: 'Springfield', zip: '62701', country: 'US' };
  const items = [{ sku: 'BOOK-001', quantity: 1 }];
  const order = { customerId: 'CUST-2', customerEmail: 'ada@example.com', items, shippingAddress };

  const response = await customer.post('/workflows/standing-orders', { every: 'P7D', order });

  expect(response).toMatchObject({ status: 403, body: { fields: [{ path: ['order', 'customerId'] }] } });
});

test('any tag matches what is there', async () => {
  const there = await rest.get('/orders/ORD-1', { 'if-none-match': '*' });
  const nowhere = await rest.get('/orders/ORD-9', { 'if-none-match': '*' });

  expect([there.status, nowhere.status]).toEqual([304, 404]);
});

test('a tag is compared weakly, also where it is sent as a strong one among others', async () => {
  const { headers } = await rest.get('/orders/ORD-1');
  const strong = String(headers.etag).replace('W/', '');

  const response = await rest.get('/orders/ORD-1', { 'if-none-match': `"other", ${strong}` });

  expect(response).toMatchObject({ status: 304, headers: { etag: headers.etag } });
});

test('a body whose bytes are no UTF-8 is refused, and not sent on with other letters', async () => {
  const body = Uint8Array.from([...Buffer.from('{"reason":"'), 0xff, ...Buffer.from('"}')]);

  const response = await rest.post('/orders/ORD-1/cancel', body);

  expect(response).toMatchObject({ status: 400, body: { title: 'The body is not UTF-8' } });
});

test('the seconds of a wait may stand in quotes', async () => {
  const { headers } = await rest.get('/orders/ORD-1');

  const response = await rest.get('/orders/ORD-1', {
    'if-none-match': String(headers.etag),
    prefer: 'respond-async, wait="1"',
  });

  expect(response).toMatchObject({ status: 304, headers: { 'preference-applied': 'wait=1' } });
});

test.each(['/orders/ORD-1/events', '/orders/ORD-1/result'])('HEAD %s holds nothing of the gateway', async (path) => {
  const { status } = await rest.send('HEAD', path, { headers: { prefer: 'wait=0' } });

  expect(status).toBeLessThan(300);
  await expect.poll(() => fixture.gateway.usage()).toMatchObject({ connections: 0, subscribers: 0 });
});

test('an address is changed under the id of another system, and not for an unknown order', async () => {
  fixture.booked.set('ORD-2', inTheBook({ ...anOrderUnderWay('ORD-2'), closedAt: '2026-01-01T00:00:00.000Z' }));
  const aliases = restAt(fixture.gateway, '');
  const body = { address: { city: 'Paris' } };

  const closed = await aliases.post('/orders/order-ORD-2/signals/update-address', body);
  const nowhere = await aliases.post('/orders/ORD-9/signals/update-address', body);

  expect(closed).toMatchObject({ status: 409, body: { code: 'ORDER_CLOSED' } });
  expect(nowhere).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND' } });
});
