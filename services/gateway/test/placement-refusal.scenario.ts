import { afterAll, beforeAll, expect, test } from 'vitest';
import { placing } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

type Placed = { placeOrder: { __typename: string; order?: { id: string } } };

const aName = () => `SHOP-${crypto.randomUUID()}`;

/** Its book does not know what was placed before. */
let behind: Shop;
let bookLearns: () => void;
beforeAll(async () => {
  behind = await openShop({ booked: new Promise((resolve) => (bookLearns = resolve)) });
});
afterAll(() => {
  bookLearns();
  return behind.close();
});
const tellBehind = (input: string) => behind.gateway.told<Placed>(placing(input));

test('an order that is refused keeps no payment reference', async () => {
  const [id, key] = [aName(), aName()];
  await tellBehind(`orderId: "${id}"`);
  await tellBehind(`idempotencyKey: "${key}" paymentReference: "${aName()}"`);
  const references = [aName(), aName()];

  const refused = [
    await tellBehind(`orderId: "${id}" paymentReference: "${references[0]}"`),
    await tellBehind(`idempotencyKey: "${key}" paymentReference: "${references[1]}"`),
  ];
  const placed = await Promise.all(references.map((reference) => tellBehind(`paymentReference: "${reference}"`)));

  expect(refused.map(({ placeOrder }) => placeOrder.__typename)).toEqual(Array(2).fill('IdempotencyConflict'));
  expect(placed.map(({ placeOrder }) => placeOrder.__typename)).toEqual(Array(2).fill('PlaceOrderPayload'));
});

test('of orders with one key at the same moment, those that are refused keep no payment reference', async () => {
  const key = aName();
  const references = Array.from({ length: 6 }, aName);

  const answers = await Promise.all(
    references.map((reference) => tellBehind(`idempotencyKey: "${key}" paymentReference: "${reference}"`)),
  );
  const taken = references[answers.findIndex(({ placeOrder }) => placeOrder.__typename === 'PlaceOrderPayload')];
  const again = await Promise.all(references.map((reference) => tellBehind(`paymentReference: "${reference}"`)));

  const refused = references.filter((_, at) => again[at]?.placeOrder.__typename === 'IdempotencyConflict');
  expect(refused).toEqual([taken]);
});

test('the same key returns the same order, whatever its id', async () => {
  const [id, key, reference] = [aName(), aName(), aName()];
  const content = `idempotencyKey: "${key}" paymentReference: "${reference}"`;
  await tellBehind(`orderId: "${id}" ${content}`);

  const byKey = await tellBehind(content);

  expect(byKey).toMatchObject({ placeOrder: { __typename: 'PlaceOrderPayload', order: { id } } });
});

test('an order that is placed again, by its id or its key, is said to have been placed before', async () => {
  const [id, key] = [aName(), aName()];
  const tell = (input: string) => behind.gateway.told(placing(input).replace('order {', 'placed order {'));

  const answers = [
    await tell(`orderId: "${id}"`),
    await tell(`orderId: "${id}"`),
    await tell(`idempotencyKey: "${key}"`),
    await tell(`idempotencyKey: "${key}"`),
  ];

  expect(answers).toMatchObject(
    [true, false, true, false].map((placed) => ({
      placeOrder: { __typename: 'PlaceOrderPayload', placed },
    })),
  );
});
