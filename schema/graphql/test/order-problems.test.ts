import { expect, test } from 'vitest';
import { ada, anInput, aShop, home, manager, placeOrder } from './shop.ts';

test.each([10, 2_000])('with %i hundred extra characters in every text, each field is named once', async (hundreds) => {
  const long = 'x'.repeat(hundreds * 100);
  const input = anInput({
    orderId: long,
    idempotencyKey: long,
    customerId: long,
    customerEmail: `${long}@example.com`,
    items: [{ sku: long, quantity: 1 }],
    shippingAddress: { street: long, city: long, state: long, zip: long, country: long },
  });

  const answer = await aShop().as(manager).asks(placeOrder, { input });

  const { fields } = (answer.data as { placeOrder: { fields: { path: string[]; message: string }[] } }).placeOrder;
  const problems = fields.map(({ path, message }) => `${path.join('.')} ${message}`);
  expect(problems).toEqual([...new Set(problems)]);
  expect(problems.length).toBeGreaterThanOrEqual(9);
});

test('a deployment can allow shorter orders only', async () => {
  const items = Array.from({ length: 3 }, () => ({ sku: 'MUG', quantity: 1 }));

  const answer = await aShop()
    .as(ada, { page: 100, items: 2 })
    .asks(placeOrder, { input: anInput({ items }) });

  expect(answer.data).toMatchObject({
    placeOrder: { fields: [{ path: ['items'], message: 'must have at most 2 entries' }] },
  });
});

test('a sum beyond the exact range is refused', async () => {
  const shop = aShop();
  const items = [{ sku: 'MUG', quantity: 10_000, price: '9999999.99' }];

  const answer = await shop.as(manager).asks(placeOrder, { input: anInput({ items }) });

  expect(answer.data).toMatchObject({
    placeOrder: {
      fields: [{ path: ['items'], message: 'must add up to less: the total is higher than a payment can be' }],
    },
  });
});

test('all invalid fields are reported at once', async () => {
  const input = anInput({
    customerEmail: 'ada',
    items: [
      { sku: 'MUG', quantity: 0 },
      { sku: 'UFO', quantity: 1, price: '0.001' },
    ],
    totalAmount: '-1',
    shippingAddress: { ...home, country: 'XX', city: '' },
    approvalTimeout: 'soon',
  });

  const answer = await aShop().as(ada).asks(placeOrder, { input });

  const paths = [
    'customerEmail',
    'items.0.quantity',
    'items.1.sku',
    'items.1.price',
    'totalAmount',
    'shippingAddress.city',
    'shippingAddress.country',
    'approvalTimeout',
  ];
  expect(answer.data).toMatchObject({ placeOrder: { fields: paths.map((path) => ({ path: path.split('.') })) } });
});

test('a payment above the maximum is refused, because sums of such amounts would not be exact', async () => {
  const shop = aShop();
  const paying = (amount: string) =>
    shop
      .as(ada)
      .asks(
        `mutation { startPayment(input: { orderId: "BIG", customerId: "ada", amount: "${amount}" }) { __typename ... on InvalidInput { fields { path message } } } }`,
      );

  const [most, more] = [await paying('10000000000.00'), await paying('10000000000.01')];

  expect(most.data).toMatchObject({ startPayment: { __typename: 'StartPaymentPayload' } });
  expect(more.data).toMatchObject({
    startPayment: { fields: [{ path: ['amount'], message: 'exceeds the largest amount that can be charged' }] },
  });
});
