import type { PlacedOrder } from '@waybill/contracts/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from '../support/gateway-with-doubles.ts';
import { restAt } from '../support/rest.ts';
import { aToken } from '../support/tokens.ts';

const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const book = { sku: 'BOOK-001', quantity: 1 };
const order = { customerId: 'CUST-1', customerEmail: 'ada@example.com', items: [book], shippingAddress: address };
const { country: _, ...withoutCountry } = address;

let fixture: Fixture;
let placed: Partial<PlacedOrder>[];
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  placed = [];
  const { place } = fixture.neighbours.orders;
  fixture.neighbours.orders.place = (asked, ...rest) => {
    placed.push(asked as Partial<PlacedOrder>);
    return place(asked, ...rest);
  };
});
afterEach(() => fixture.close());

const send = (path: string, body: object, driver = fixture.gateway) => restAt(driver, '').post(path, body);
const named = (items: { sku: string; quantity: number }[]) => items.map((item) => expect.objectContaining(item));

test.each([
  [
    'always waits two minutes for a manager in the first system',
    '/workflows/order',
    order,
    { requiresApproval: true, approvalTimeoutMs: 120_000 },
  ],
  ['waits for a manager only if asked to in the second', '/api/v1/order', order, { requiresApproval: false }],
  [
    'waits five minutes with its items in the others, and has their payment reference',
    '/orders/ORD-7/start',
    { payment_id: 'PAY-7', items: [{ sku: 'BOOK-001', quantity: 2 }], address },
    {
      orderId: 'ORD-7',
      requiresApproval: true,
      approvalTimeoutMs: 300_000,
      paymentReference: 'PAY-7',
      items: named([{ sku: 'BOOK-001', quantity: 2 }]),
    },
  ],
  [
    'waits half a minute without items in the others, and has one sample, in the United States',
    '/orders/ORD-7/start',
    { address: withoutCountry },
    {
      approvalTimeoutMs: 30_000,
      customerId: 'CUST-1',
      customerEmail: 'CUST-1@example.com',
      items: named([{ sku: 'ITEM-001', quantity: 1 }]),
      shippingAddress: expect.objectContaining(address),
    },
  ],
])('an order %s', async (_which, path, body, expected) => {
  fixture.products.push({ ...fixture.products[0], sku: 'ITEM-001' } as never);

  const { status } = await send(path, { ...body, ...(path.endsWith('start') ? {} : { colour: 'red' }) });

  expect(status).toBe(201);
  expect(placed).toMatchObject([expected]);
});

test('an order that a customer starts is their own', async () => {
  const customer = fixture.gateway.as(await aToken({ sub: 'CUST-9', role: 'customer' }));

  await send('/orders/ORD-7/start', { items: [book], address }, customer);

  expect(placed).toMatchObject([{ customerId: 'CUST-9', customerEmail: 'CUST-9@example.com' }]);
});
