import { PaymentReferenceConflict, StartConflict } from '@waybill/orders-client';
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

const placed = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 2 }],
  shippingAddress: { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
};

test('a placed order has the status 201 and a location', async () => {
  const reply = await rest.post('/orders', placed);

  expect(reply).toMatchObject({ status: 201, headers: { location: '/api/v1/orders/ORD-NEW' } });
  expect(reply.body).toMatchObject({ id: 'ORD-NEW', status: 'RECEIVED' });
});

test.each([
  ['a key that was used with another body', new StartConflict('ORD-1', 'used', true), [422, 409]],
  ['an id that is taken', new StartConflict('ORD-1', 'taken', false), [409, 409]],
  ['a payment reference that is taken', new PaymentReferenceConflict('ORD-2', 'ORD-1'), [409, 409]],
])(
  '%s has the same status with an Idempotency-Key and without, unless the key is at fault',
  async (_, conflict, statuses) => {
    fixture.neighbours.orders.place = () => Promise.reject(conflict);

    const replies = [
      await rest.post('/orders', placed, { 'idempotency-key': 'mine-1' }),
      await rest.post('/orders', placed),
    ];

    expect(replies.map(({ status }) => status)).toEqual(statuses);
    expect(replies[0]?.body).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', status: statuses[0], orderId: 'ORD-1' });
  },
);

test.each<[string, unknown, { path: string[]; message: unknown }]>([
  [
    'a number where a text is meant',
    { ...placed, customerEmail: 5 },
    { path: ['customerEmail'], message: expect.stringContaining('string') },
  ],
  ['a field that there is not', { ...placed, colour: 'red' }, { path: ['colour'], message: 'is unknown' }],
  [
    'a field of an item that there is not',
    { ...placed, items: [{ sku: 'BOOK-001', quantity: 1, hue: 1 }] },
    { path: ['items', '0', 'hue'], message: 'is unknown' },
  ],
  [
    'a price that is none',
    { ...placed, items: [{ sku: 'BOOK-001', quantity: 1, price: '1e3' }] },
    { path: ['items', '0', 'price'], message: expect.any(String) },
  ],
  [
    'a quantity that the business refuses',
    { ...placed, items: [{ sku: 'BOOK-001', quantity: 0 }] },
    { path: ['items', '0', 'quantity'], message: expect.any(String) },
  ],
  ['no JSON', '{', { path: [], message: 'is not JSON' }],
])('%s is refused with the field', async (_, body, field) => {
  const reply = await rest.post('/orders', body);

  expect(reply).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
  expect(reply.body).toMatchObject({ code: 'INVALID_INPUT', status: 400, fields: [field] });
});

test('a body is JSON in UTF-8, and no longer than allowed', async () => {
  const asText = await rest.post('/orders', JSON.stringify(placed), { 'content-type': 'text/plain' });
  const untyped = await rest.send('POST', '/orders');
  const coded = await rest.post('/orders', placed, { 'content-encoding': 'gzip' });
  const long = await rest.post('/orders', { ...placed, customerEmail: 'x'.repeat(300_000) });

  expect([asText.status, untyped.status, coded.status, long.status]).toEqual([415, 415, 415, 413]);
});

test("an order that does not exist, or is another customer's, is not found", async () => {
  fixture.booked.set('ORD-1', inTheBook({ ...anOrderUnderWay('ORD-1'), closedAt: '2026-01-01T00:00:00.000Z' }));
  const other = restAt(fixture.gateway.as(await aToken({ sub: 'CUST-9', role: 'customer' })));

  const nowhere = await rest.get('/orders/ORD-9');
  const another = await other.get('/orders/ORD-1');

  expect(nowhere).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND', title: 'There is no order ORD-9' } });
  expect(another).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND', title: 'There is no order ORD-1' } });
});

test('who may not do something is told so, whatever else is wrong with the request', async () => {
  const customer = restAt(fixture.gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' })));
  const nobody = restAt(fixture.gateway.as(undefined));

  const replies = await Promise.all(
    [customer, nobody].map((who) => who.post('/orders/ORD-1/approve', { colour: 'red' })),
  );

  expect(replies).toMatchObject([
    { status: 403, body: { code: 'FORBIDDEN' } },
    { status: 401, body: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('a command whose verdict is not known is accepted, and shows the order and its id', async () => {
  fixture.running.set(
    'ORD-1',
    anOrderUnderWay('ORD-1', { status: 'AWAITING_APPROVAL', currentStep: 'AWAIT_APPROVAL' }),
  );

  const reply = await rest.post('/orders/ORD-1/approve', undefined, { 'idempotency-key': 'approve-1' });

  expect(reply).toMatchObject({ status: 202, body: { commandId: 'approve-1', order: { id: 'ORD-1' } } });
});

test('a command that comes too late is refused with the status of the order', async () => {
  fixture.booked.set(
    'ORD-1',
    inTheBook({ ...anOrderUnderWay('ORD-1', { status: 'SHIPPED' }), closedAt: '2026-01-01T00:00:00.000Z' }),
  );

  const reply = await rest.post('/orders/ORD-1/reject', { reason: 'too late' });

  expect(reply).toMatchObject({ status: 409, body: { code: 'ORDER_CLOSED', status: 409, currentStatus: 'SHIPPED' } });
});

test('a header and a field that name different commands are refused', async () => {
  const reply = await rest.post('/orders/ORD-1/approve', { commandId: 'c-1' }, { 'idempotency-key': 'c-2' });

  expect(reply).toMatchObject({ status: 400, body: { fields: [{ path: ['commandId'] }] } });
});

test("the engine's history is not found if there is none, or for viewers who may not see it", async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { customerId: 'CUST-1' }));
  const customer = restAt(fixture.gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' })));

  const forgotten = await rest.get('/orders/ORD-1/history');
  const hidden = await customer.get('/orders/ORD-1/history?first=1&newestFirst=true');

  expect([forgotten, hidden]).toEqual(
    Array(2).fill(expect.objectContaining({ status: 404, body: expect.objectContaining({ code: 'NOT_FOUND' }) })),
  );
});
