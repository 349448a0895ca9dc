import { expect, test } from 'vitest';
import { aShop, codeOf, manager } from './shop.ts';

const orders = (args: string) => `{ orders${args && `(${args})`} { nodes { id } } }`;

test('a filter reaches the port in minor units and in UTC', async () => {
  const shop = aShop();

  await shop.as(manager).asks(`{ orders(orderBy: TOTAL_LOW, filter: {
    status: [AWAITING_APPROVAL], customerId: "ada", currencyCode: "JPY", minTotal: 1500, maxTotal: "2000",
    createdFrom: "2026-01-02T04:00:00+01:00", createdTo: "2026-02-01T00:00:00Z", needsAttention: true,
    health: [RETRYING, STUCK], idPrefix: "ORD-", sku: "PEN", plan: RESERVE_FIRST,
    updatedFrom: "2026-01-03T01:00:00+01:00", updatedTo: "2026-01-04T00:00:00Z" }) { nodes { id } } }`);

  expect(shop.reached).toEqual([
    [
      'page',
      {
        first: 20,
        orderBy: 'TOTAL_LOW',
        countTotal: false,
        filter: {
          status: ['AWAITING_APPROVAL'],
          customerId: 'ada',
          currencyCode: 'JPY',
          minTotalMinor: 1500,
          maxTotalMinor: 2000,
          createdFrom: '2026-01-02T03:00:00.000Z',
          createdTo: '2026-02-01T00:00:00.000Z',
          needsAttention: true,
          health: ['RETRYING', 'STUCK'],
          idPrefix: 'ORD-',
          sku: 'PEN',
          plan: 'RESERVE_FIRST',
          updatedFrom: '2026-01-03T00:00:00.000Z',
          updatedTo: '2026-01-04T00:00:00.000Z',
        },
      },
    ],
  ]);
});

test.each([
  ['filter: { minTotal: "9.99" }', { currencyCode: 'USD', minTotalMinor: 999 }],
  ['orderBy: TOTAL_HIGH', { currencyCode: 'USD' }],
  ['filter: { currencyCode: "EUR" }', { currencyCode: 'EUR' }],
  ['filter: { status: null }', {}],
])('orders(%s) requires a currency only if totals are compared', async (args, filter) => {
  const shop = aShop();

  await shop.as(manager).asks(orders(args));

  expect(shop.reached).toEqual([['page', expect.objectContaining({ filter })]]);
});

test.each([
  ['minTotal: "-1"'],
  ['minTotal: "1e3"'],
  ['maxTotal: "0.001"'],
  ['currencyCode: "XXL"'],
  ['currencyCode: 7'],
  ['customerId: "a\\u0000b"'],
  ['idPrefix: "ORD"'],
  ['idPrefix: ""'],
  ['idPrefix: "ORD-\\u0000"'],
  ['sku: ""'],
  ['sku: "PEN\\n"'],
  ['updatedTo: "today"'],
  ['createdFrom: "yesterday"'],
  ['createdFrom: "2026-02-30T00:00:00Z"'],
  ['createdFrom: "2026-13-01T00:00:00Z"'],
])('a filter with { %s } is refused', async (filter) => {
  const shop = aShop();

  const answer = await shop.as(manager).asks(orders(`filter: { ${filter} }`));

  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(shop.reached).toEqual([]);
});

test.each(['updatedFrom', 'updatedTo'])('followers of changes cannot filter by %s', async (field) => {
  const shop = aShop();

  const [answer] = await shop
    .as(manager)
    .follows(`subscription { ordersChanged(filter: { ${field}: "2026-01-03T00:00:00Z" }) { kind } }`);

  expect(answer && codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(shop.reached).toEqual([]);
});
