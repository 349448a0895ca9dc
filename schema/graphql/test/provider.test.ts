import { expect, test } from 'vitest';
import { InvalidInput } from '../src/index.ts';
import { aShop, manager, operator } from './shop.ts';

const restock = `mutation ($input: RestockInput!) { restock(input: $input) {
  __typename
  ... on RestockPayload { product { sku available } }
  ... on InvalidInput { fields { path message } }
} }`;

const chaos = 'profile seed operations { operation shares { outcome percent } }';

const setChaos = `mutation ($input: SetChaosInput!) { setChaos(input: $input) {
  ... on SetChaosPayload { chaos { profile } }
  ... on InvalidInput { fields { path message } }
} }`;

const pinChaos = `mutation ($input: PinChaosInput!) { pinChaos(input: $input) {
  ... on PinChaosPayload { chaos { profile } }
  ... on InvalidInput { fields { path message } }
} }`;

test('new mugs are in stock at once', async () => {
  const shop = aShop();

  const answer = await shop.as(manager).asks(restock, { input: { sku: 'MUG', quantity: 5 } });

  expect(answer.data).toEqual({ restock: { __typename: 'RestockPayload', product: { sku: 'MUG', available: 12 } } });
  expect(shop.reached).toEqual([['restock', 'MUG', 5]]);
});

test('invalid stock is refused with every field', async () => {
  const shop = aShop();

  const answer = await shop.as(manager).asks(restock, { input: { sku: '', quantity: 0 } });

  const fields = [
    { path: ['sku'], message: 'must not be empty' },
    { path: ['quantity'], message: 'must be at least 1' },
  ];
  expect(answer.data).toEqual({ restock: { __typename: 'InvalidInput', fields } });
  expect(shop.reached).toEqual([]);
});

test('stock of an unknown product is refused by the port', async () => {
  const refusal = new InvalidInput([{ path: ['sku'], message: 'is not in the catalogue' }]);

  const answer = await aShop({ refusal })
    .as(manager)
    .asks(restock, { input: { sku: 'UFO', quantity: 1 } });

  expect(answer.data).toEqual({ restock: { __typename: 'InvalidInput', fields: refusal.fields } });
});

test('an operator sees the faults', async () => {
  const answer = await aShop().as(operator).asks(`{ chaos { ${chaos} } }`);

  const operations = [{ operation: 'payment.authorize', shares: [{ outcome: 'success', percent: 100 }] }];
  expect(answer.data).toEqual({ chaos: { profile: 'CALM', seed: 'seed', operations } });
});

test('an operator changes only the given fields', async () => {
  const shop = aShop();
  const shares = [
    { outcome: 'success', percent: 33.4 },
    { outcome: 'timeout', percent: 66.6 },
  ];
  const operations = [{ operation: 'payment.authorize', shares }];

  const answer = await shop.as(operator).asks(setChaos, { input: { profile: 'STORM', seed: null } });
  await shop.as(operator).asks(setChaos, { input: { seed: 's-2', operations } });

  expect(answer.data).toEqual({ setChaos: { chaos: { profile: 'STORM' } } });
  expect(shop.reached).toEqual([
    ['change', { profile: 'STORM' }],
    ['change', { seed: 's-2', operations }],
  ]);
});

const share = (percent: number, outcome = 'success') => ({ operation: 'a.b', shares: [{ outcome, percent }] });

test.each([
  ['an empty seed', { seed: '' }, 'seed', 'must not be empty'],
  ['no shares', { operations: [{ operation: 'a.b', shares: [] }] }, 'operations.0.shares', 'must add up to 100'],
  ['half of the shares', { operations: [share(50)] }, 'operations.0.shares', 'must add up to 100'],
  [
    'less than none',
    { operations: [{ operation: 'a.b', shares: [...share(-1).shares, ...share(101).shares] }] },
    'operations.0.shares.0.percent',
    'must be at least 0',
  ],
  ['an outcome without a name', { operations: [share(100, '')] }, 'operations.0.shares.0.outcome', 'must not be empty'],
])('faults with %s are refused, with the path of the field', async (_, input, path, message) => {
  const shop = aShop();

  const answer = await shop.as(operator).asks(setChaos, { input });

  expect(answer.data).toEqual({ setChaos: { fields: [{ path: path.split('.'), message }] } });
  expect(shop.reached).toEqual([]);
});

test('outcomes are pinned for an order that need not exist', async () => {
  const shop = aShop();
  const pin = { orderId: 'ORD-9', operation: 'payment.authorize', outcomes: ['server_error', 'success'] };

  const answer = await shop.as(operator).asks(pinChaos, { input: pin });

  expect(answer.data).toEqual({ pinChaos: { chaos: { profile: 'CALM' } } });
  expect(shop.reached).toEqual([['pin', pin]]);
});

test('an invalid pin is refused, by the schema and by the port', async () => {
  const refusal = new InvalidInput([{ path: ['operation'], message: 'is not an operation' }]);
  const pin = { orderId: 'ORD-9', operation: 'a.b', outcomes: ['success'] };

  const door = await aShop()
    .as(operator)
    .asks(pinChaos, { input: { ...pin, orderId: 'nobody at all' } });
  const desk = await aShop({ refusal }).as(operator).asks(pinChaos, { input: pin });

  expect(door.data).toEqual({
    pinChaos: {
      fields: [{ path: ['orderId'], message: 'must be the id of an order or a run, or "user-" and the id of a user' }],
    },
  });
  expect(desk.data).toEqual({ pinChaos: { fields: refusal.fields } });
});
