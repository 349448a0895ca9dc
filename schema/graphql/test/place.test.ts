import { expect, test } from 'vitest';
import { IdempotencyConflict, InvalidInput } from '../src/index.ts';
import { ada, anInput, aShop, home, manager, operator, placeOrder, usd } from './shop.ts';

test('an order with only the required fields gets the defaults', async () => {
  const shop = aShop();

  const answer = await shop.as(ada).asks(placeOrder, { input: anInput() });

  expect(answer).toEqual({ data: { placeOrder: { __typename: 'PlaceOrderPayload', order: { id: 'ORD-1' } } } });
  expect(shop.reached).toEqual([
    [
      'place',
      {
        orderId: null,
        idempotencyKey: null,
        customerId: 'ada',
        customerEmail: 'ada@example.com',
        items: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: usd(1250) }],
        currencyCode: 'USD',
        shippingAddress: home,
        requiresApproval: false,
        approvalTimeoutMs: 120_000,
        autoApproveAfterMs: null,
        plan: 'AUTHORIZE_FIRST',
        paymentReference: null,
      },
    ],
  ]);
});

const everything = anInput({
  orderId: 'shop.7_A-1',
  idempotencyKey: 'k'.repeat(255),
  items: [
    { sku: 'MUG', quantity: 1, price: '12.0' },
    { sku: 'MUG', quantity: 2, price: 12 },
  ],
  currencyCode: 'EUR',
  totalAmount: 36.0,
  shippingAddress: { ...home, state: 'BE' },
  requiresApproval: true,
  approvalTimeout: 'P2D',
  autoApproveAfter: 'P1DT0.5S',
  plan: 'RESERVE_FIRST',
  paymentReference: 'PAY-7',
});

test('an order with every field is placed unchanged', async () => {
  const shop = aShop();
  await shop.as(ada).asks(placeOrder, { input: everything });

  const line = { sku: 'MUG', name: 'Mug', unitPrice: { amountMinor: 1200, currencyCode: 'EUR' } };
  expect(shop.reached).toEqual([
    [
      'place',
      {
        orderId: 'shop.7_A-1',
        idempotencyKey: 'k'.repeat(255),
        customerId: 'ada',
        customerEmail: 'ada@example.com',
        items: [
          { ...line, quantity: 1 },
          { ...line, quantity: 2 },
        ],
        currencyCode: 'EUR',
        shippingAddress: { ...home, state: 'BE' },
        requiresApproval: true,
        approvalTimeoutMs: 172_800_000,
        autoApproveAfterMs: 86_400_500,
        plan: 'RESERVE_FIRST',
        paymentReference: 'PAY-7',
      },
    ],
  ]);
});

test('null is the same as absent', async () => {
  const shop = aShop();
  const nothing = { orderId: null, currencyCode: null, requiresApproval: null, approvalTimeout: null, plan: null };

  await shop.as(ada).asks(placeOrder, { input: anInput({ ...nothing, totalAmount: null }) });

  const usual = { currencyCode: 'USD', requiresApproval: false, approvalTimeoutMs: 120_000, plan: 'AUTHORIZE_FIRST' };
  expect(shop.reached).toEqual([['place', expect.objectContaining({ orderId: null, ...usual })]]);
});

test.each([
  ['a manager', manager],
  ['an operator', operator],
])('%s sets any price, for any customer, also for products that are not in the catalogue', async (_, viewer) => {
  const shop = aShop();
  const items = [{ sku: 'FAN', quantity: 1, price: '0.01' }];

  await shop.as(viewer).asks(placeOrder, { input: anInput({ items }) });

  const line = { sku: 'FAN', name: 'Fan', quantity: 1, unitPrice: usd(1) };
  expect(shop.reached).toEqual([['place', expect.objectContaining({ customerId: 'ada', items: [line] })]]);
});

test('a refusal of the port is returned like one of the input validation', async () => {
  const refusal = new InvalidInput([{ path: ['idempotencyKey'], message: 'is not what the header says' }]);

  const answer = await aShop({ refusal }).as(ada).asks(placeOrder, { input: anInput() });

  expect(answer.data).toMatchObject({ placeOrder: { __typename: 'InvalidInput', fields: refusal.fields } });
});

test('a conflict of an id names the order that has it', async () => {
  const refusal = new IdempotencyConflict('ORD-1', 'Order ORD-1 was placed with another body');

  const answer = await aShop({ refusal }).as(ada).asks(placeOrder, { input: anInput() });

  expect(answer.data).toEqual({
    placeOrder: {
      __typename: 'IdempotencyConflict',
      code: 'IDEMPOTENCY_CONFLICT',
      message: 'Order ORD-1 was placed with another body',
      orderId: 'ORD-1',
    },
  });
});
