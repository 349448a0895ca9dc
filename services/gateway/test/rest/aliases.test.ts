import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from '../support/gateway-with-doubles.ts';
import { type RestDriver, restAt } from '../support/rest.ts';

const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const order = {
  orderId: 'ORD-NEW',
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  totalAmount: 18.5,
  items: [{ sku: 'BOOK-001', quantity: 1, price: 18.5, colour: 'red' }],
  shippingAddress: address,
  requiresApproval: true,
};
const start = {
  payment_id: 'PAY-1',
  address: { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
};
const named = [{ name: 'Book', price: 18.5, quantity: 1 }];

let fixture: Fixture;
let rest: RestDriver;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  rest = restAt(fixture.gateway, '');
  const closed = { ...anOrderUnderWay('ORD-1', { status: 'SHIPPED' }), closedAt: '2026-01-01T00:00:00.000Z' };
  fixture.booked.set('ORD-1', inTheBook(closed));
});
afterEach(() => fixture.close());

const late = { status: 409, body: { code: 'ORDER_CLOSED' } };
const shipped = {
  status: 200,
  body: { orderId: 'ORD-1', status: 'shipped', progress: expect.any(Number), error: null },
};
const made = { status: 201, body: { orderId: 'ORD-NEW', status: 'received' } };

/** Each request of each of the other systems, and its result: an order that is created, shown, or already closed. */
test.each<[request: string, body: unknown, expected: object]>([
  ['POST /workflows/order', order, { ...made, body: { workflowId: 'order-fulfillment-ORD-NEW' } }],
  ['POST /workflows/order-fulfillment-ORD-1/approve', {}, late],
  ['POST /workflows/order-fulfillment-ORD-1/reject', { reason: 'no' }, late],
  ['POST /workflows/order-fulfillment-ORD-1/cancel', undefined, { status: 409, body: { code: 'ALREADY_SHIPPED' } }],
  ['GET /workflows/order-fulfillment-ORD-1/status', undefined, shipped],
  ['POST /api/v1/order', order, { ...made, body: { workflowId: 'order-ORD-NEW' } }],
  ['POST /api/v1/order/order-ORD-1/approve', undefined, late],
  ['POST /api/v1/order/ORD-1/reject', undefined, late],
  ['POST /api/v1/order/ORD-1/cancel', undefined, { status: 409, body: { code: 'ALREADY_SHIPPED' } }],
  ['GET /api/v1/order/ORD-1/status', undefined, shipped],
  ['GET /api/v1/order/ORD-1/progress', undefined, shipped],
  ['GET /api/v1/order/order-ORD-1/result', undefined, shipped],
  ['POST /orders/ORD-NEW/start', { ...start, items: named }, made],
  ['GET /orders/ORD-1/status', undefined, { status: 200, body: { step: 'SHIPPED', state: 'SHIPPED' } }],
  ['POST /orders/ORD-1/signals/cancel', undefined, { status: 409, body: { code: 'ALREADY_SHIPPED' } }],
  ['POST /orders/ORD-1/signals/approve', undefined, late],
  ['POST /orders/ORD-1/signals/update-address', { address: { street: '2 Main St' } }, { status: 409 }],
  ['GET /health', undefined, { status: 200 }],
])('%s has the meaning of the other system', async (request, body, expected) => {
  const [method, path] = request.split(' ') as [string, string];

  expect(await rest.request(method, path, { body })).toMatchObject(expected);
});

test('the reference of a payment that an order was started with is told again', async () => {
  fixture.booked.set('ORD-2', inTheBook(anOrderUnderWay('ORD-2', { paymentReference: 'PAY-7' })));

  expect(await rest.get('/orders/ORD-2/status')).toMatchObject({ body: { payment_id: 'PAY-7' } });
  expect(await rest.get('/orders/ORD-1/status')).toMatchObject({ body: { payment_id: null } });
});

test('an alias is marked as deprecated, with the route to use instead', async () => {
  const { headers } = await rest.get('/orders/ORD-1/status');

  expect(headers).toMatchObject({
    deprecation: '@1767225600',
    link: '</api/v1/orders/ORD-1/status>; rel="successor-version"',
  });
});

test.each(['/api/v1/order/order-ORD-1', '/workflows/order-ORD-1'])(
  "an ambiguous id, of one order and of another's workflow, decides neither: %s",
  async (path) => {
    fixture.booked.set('order-ORD-1', inTheBook(anOrderUnderWay('order-ORD-1')));

    const response = await rest.post(`${path}/approve`, {});

    expect(response).toMatchObject({ status: 400, body: { fields: [{ path: ['id'] }] } });
  },
);

test('a workflow id of another kind is not found', async () => {
  const response = await rest.get('/api/v1/order/payment-ORD-1/status');

  expect(response).toMatchObject({
    status: 404,
    body: { code: 'ORDER_NOT_FOUND', title: 'There is no order payment-ORD-1' },
  });
});

test('a product that is ordered by a name that two have is refused', async () => {
  fixture.products.push({ ...fixture.products[0], sku: 'BOOK-002' } as never);

  const response = await rest.post('/orders/ORD-NEW/start', { ...start, items: named });

  expect(response).toMatchObject({ status: 400, body: { fields: [{ path: ['items', '0', 'name'] }] } });
});

const status = '/orders/ORD-1/status';

/** The status of a request with these headers, of which `fetch` would set some itself. */
async function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  const [response] = (await once(get(`${fixture.gateway.url}${status}`, { headers }), 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

test('an alias needs a token unless aliases are open', async () => {
  const closed = await restAt({ ...fixture.gateway, authorization: {} }, '').get(status);

  expect(closed.status).toBe(401);
});

test('an open alias needs no token on this machine, and a token elsewhere', async () => {
  await fixture.close();
  fixture = await aGatewayWithDoubles({ access: { openAliases: true } });
  const closedOrder = { ...anOrderUnderWay('ORD-1', { status: 'SHIPPED' }), closedAt: '2026-01-01T00:00:00.000Z' };
  fixture.booked.set('ORD-1', inTheBook(closedOrder));
  const own = await Promise.all([{}, { origin: fixture.gateway.url }].map(statusWith));

  const others = await Promise.all(
    [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { forwarded: 'for=192.0.2.1' },
      { 'x-forwarded-for': '192.0.2.1' },
      { 'x-real-ip': '192.0.2.1' },
      { via: '1.1 proxy' },
      { authorization: 'Bearer nonsense' },
    ].map(statusWith),
  );
  const ownRoute = await restAt({ ...fixture.gateway, authorization: {} }).get('/orders/ORD-1');

  expect(own).toEqual([200, 200]);
  expect(others).toEqual(others.map(() => 401));
  expect(ownRoute.status).toBe(401);
});
