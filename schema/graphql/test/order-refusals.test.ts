import { expect, test } from 'vitest';
import { ada, anInput, aShop, home, placeOrder } from './shop.ts';

const line = (over: object) => ({ items: [{ sku: 'MUG', quantity: 1, ...over }] });
const address = (over: object) => ({ shippingAddress: { ...home, ...over } });
const inEuro = { currencyCode: 'EUR' };
const inYen = (price: string) => ({ currencyCode: 'JPY', items: [{ sku: 'FAN', quantity: 1, price }] });

test.each([
  ['no items', { items: [] }, 'items', 'must not be empty'],
  ['101 items', { items: Array(101).fill({ sku: 'MUG', quantity: 1 }) }, 'items', 'must have at most 100 entries'],
  ['a quantity of nothing', line({ quantity: 0 }), 'items.0.quantity', 'must be at least 1'],
  ['a negative quantity', line({ quantity: -1 }), 'items.0.quantity', 'must be at least 1'],
  ['a quantity of 10,001', line({ quantity: 10_001 }), 'items.0.quantity', 'must be at most 10000'],
  ['an unknown product', line({ sku: 'UFO' }), 'items.0.sku', 'is not in the catalogue'],
  ['a negative price', line({ price: '-1.00' }), 'items.0.price', 'must not be negative'],
  ['a price in words', line({ price: 'ten' }), 'items.0.price', 'must be a plain decimal such as "12.50"'],
  ['a price with an exponent', line({ price: '1e3' }), 'items.0.price', 'must be a plain decimal such as "12.50"'],
  ['half a cent', line({ price: '12.505' }), 'items.0.price', 'must have at most 2 decimals in USD'],
  ['half a yen', inYen('0.5'), 'items.0.price', 'must have at most 0 decimals in JPY'],
  [
    'a price beyond counting',
    line({ price: '9'.repeat(17) }),
    'items.0.price',
    'exceeds the largest amount that can be charged',
  ],
  [
    'a price of one yen more than can be charged',
    inYen('1000000000001'),
    'items.0.price',
    'exceeds the largest amount that can be charged',
  ],
  ['a price of its own', line({ price: '0.01' }), 'items.0.price', 'is not the price in the catalogue, 12.50 USD'],
  [
    'a price where the catalogue has none',
    { items: [{ sku: 'FAN', quantity: 1, price: '1' }] },
    'items.0.price',
    'is not the price in the catalogue',
  ],
  [
    'no price where the catalogue has none',
    { ...inEuro, items: [{ sku: 'FAN', quantity: 1 }] },
    'items.0.price',
    'is required: the catalogue has no price in EUR',
  ],
  ['another total', { totalAmount: '24.99' }, 'totalAmount', 'is not the sum of the items, 25.00'],
  [
    'a total of items that are wrong themselves',
    { ...line({ quantity: 0 }), totalAmount: '12.50' },
    'items.0.quantity',
    'must be at least 1',
  ],
  ['a negative total', { totalAmount: '-25' }, 'totalAmount', 'must not be negative'],
  ['a currency that is none', { currencyCode: 'XXL' }, 'currencyCode', 'is not an ISO 4217 currency'],
  ['a currency in small letters', { currencyCode: 'usd' }, 'currencyCode', 'is not an ISO 4217 currency'],
  ['no e-mail address', { customerEmail: 'ada' }, 'customerEmail', 'is not an e-mail address'],
  [
    'an endless e-mail address',
    { customerEmail: `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(4)}com` },
    'customerEmail',
    'must be at most 254 characters',
  ],
  ['no country', address({ country: 'XX' }), 'shippingAddress.country', 'is not an ISO 3166-1 alpha-2 country'],
  ['an empty street', address({ street: ' ' }), 'shippingAddress.street', 'must not be empty'],
  ['a city of two lines', address({ city: 'a\nb' }), 'shippingAddress.city', 'must be one line'],
  ['half a character', address({ zip: '\ud800' }), 'shippingAddress.zip', 'must be one line'],
  ['an endless state', address({ state: 'x'.repeat(201) }), 'shippingAddress.state', 'must be at most 200 characters'],
  [
    'an order id with a slash',
    { orderId: 'a/b' },
    'orderId',
    'must be 1 to 64 letters, digits, dots, dashes or underscores, the first a letter or digit',
  ],
  ['a reserved order id', { orderId: 'RUN-1' }, 'orderId', 'has a prefix that is reserved'],
  ['no payment reference', { paymentReference: ' ' }, 'paymentReference', 'must not be empty'],
  ['a payment reference of two lines', { paymentReference: 'a\nb' }, 'paymentReference', 'must be one line'],
  ...[
    ' PAY-7',
    'PAY-7 ',
    'PAY  7',
    'PAY\u00a07',
    'PAY-7\u200b',
    'PAY\u00ad-7',
    '\ufeffPAY-7',
    '\uff30AY-7',
    'PAY\u0301-7',
  ].map((paymentReference): [string, object, string, string] => [
    `the payment reference ${JSON.stringify(paymentReference)}, which looks like another`,
    { paymentReference },
    'paymentReference',
    'must have no invisible characters, no blanks but single ones between words, and be in Unicode form NFKC',
  ]),
  [
    'a street of which nothing is seen',
    address({ street: '\u200b\u2060' }),
    'shippingAddress.street',
    'must not be empty',
  ],
  ['a city in two lines elsewhere', address({ city: 'a\u2028b' }), 'shippingAddress.city', 'must be one line'],
  ['an id that only this system gives', { orderId: 'ORD-x-1.own' }, 'orderId', 'has an end that is reserved'],
  ['the id of a workflow', { orderId: 'order-fulfillment-7' }, 'orderId', 'has a prefix that is reserved'],
  ['another id of a workflow', { orderId: 'order-workflow-7' }, 'orderId', 'has a prefix that is reserved'],
  ['the id of a context', { orderId: 'user-context-7' }, 'orderId', 'has a prefix that is reserved'],
  ['the id of a payment', { orderId: 'payment-7' }, 'orderId', 'has a prefix that is reserved'],
  ['an empty key', { idempotencyKey: '' }, 'idempotencyKey', 'must not be empty'],
  ['an endless key', { idempotencyKey: 'k'.repeat(256) }, 'idempotencyKey', 'must be at most 255 characters'],
  ['no duration', { approvalTimeout: '2 min' }, 'approvalTimeout', 'is not an ISO 8601 duration such as "PT2M"'],
  ['a month', { approvalTimeout: 'P1M' }, 'approvalTimeout', 'is not an ISO 8601 duration such as "PT2M"'],
  ['an empty duration', { approvalTimeout: 'P' }, 'approvalTimeout', 'is not an ISO 8601 duration such as "PT2M"'],
  ['no time at all', { approvalTimeout: 'PT0S' }, 'approvalTimeout', 'must be greater than zero'],
  ['five weeks', { autoApproveAfter: 'P5W' }, 'autoApproveAfter', 'must be at most 30 days'],
  [
    'no person to stand in for',
    { autoApproveAfter: 'PT1M' },
    'autoApproveAfter',
    'needs an approval with a longer timeout',
  ],
  [
    'an approval that comes when the time is over',
    { requiresApproval: true, approvalTimeout: 'PT1M', autoApproveAfter: 'PT1M' },
    'autoApproveAfter',
    'needs an approval with a longer timeout',
  ],
  [
    'too much of one product in two lines',
    {
      items: [
        { sku: 'MUG', quantity: 6_000 },
        { sku: 'MUG', quantity: 6_000 },
      ],
    },
    'items',
    'must request at most 10000 of MUG',
  ],
])('an order with %s is refused, with the path of the field', async (_, wrong, path, message) => {
  const shop = aShop();

  const answer = await shop.as(ada).asks(placeOrder, { input: anInput(wrong) });

  expect(answer.data).toEqual({
    placeOrder: {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: `${path} ${message}`,
      fields: [{ path: path.split('.'), message }],
    },
  });
  expect(shop.reached).toEqual([]);
});
