import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { approving, placing } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';
import { aToken } from './support/tokens.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

type Placed = { placeOrder: { __typename: string; order?: { id: string }; orderId?: string } };

const aName = () => `SHOP-${crypto.randomUUID()}`;
const place = (input: string) => shop.gateway.told<Placed>(placing(input));
const conflictOver = (orderId: string) => ({ placeOrder: { __typename: 'IdempotencyConflict', orderId } });

test('a payment reference is kept on its order, and no other order has it', async () => {
  const [id, reference] = [aName(), aName()];
  const first = await place(`orderId: "${id}" paymentReference: "${reference}"`);

  const again = await place(`orderId: "${id}" paymentReference: "${reference}"`);
  const other = await place(`paymentReference: "${reference}"`);
  const without = await place(`orderId: "${id}"`);
  const order = await shop.gateway.told(`{ order(id: "${id}") { paymentReference } }`);

  const placed = { placeOrder: { __typename: 'PlaceOrderPayload', order: { id } } };
  expect([first, again]).toMatchObject([placed, placed]);
  expect([other, without]).toEqual([conflictOver(id), conflictOver(id)]);
  expect(order).toEqual({ order: { paymentReference: reference } });
});

test('of many concurrent orders with one payment reference, one is placed, and the others name it', async () => {
  const reference = aName();

  const answers = await Promise.all(Array.from({ length: 8 }, () => place(`paymentReference: "${reference}"`)));

  const placed = answers.flatMap(({ placeOrder }) => placeOrder.order?.id ?? []);
  const conflicts = answers.filter(({ placeOrder }) => placeOrder.__typename === 'IdempotencyConflict');
  expect(placed).toHaveLength(1);
  expect(conflicts).toEqual(Array(7).fill(conflictOver(placed[0] ?? '')));
});

test('the same key returns the same order, whatever its id', async () => {
  const [id, key, reference] = [aName(), aName(), aName()];
  const content = `idempotencyKey: "${key}" paymentReference: "${reference}"`;
  await place(`orderId: "${id}" ${content}`);
  await shop.gateway.told(approving(id));
  await eventually(async () => expect(await shop.book.find(id)).toBeDefined());

  const byKey = await place(content);

  expect(byKey).toMatchObject({ placeOrder: { __typename: 'PlaceOrderPayload', order: { id } } });
});

test("a customer learns that a reference is taken, and nothing about another customer's order", async () => {
  const [id, reference] = [aName(), aName()];
  await place(`orderId: "${id}" paymentReference: "${reference}"`);
  const stranger = shop.gateway.as(await aToken({ sub: 'CUST-2', role: 'customer' }));
  const own = aName();

  const answer = await stranger.told<Placed>(
    placing(`orderId: "${own}" paymentReference: "${reference}"`).replace('CUST-1', 'CUST-2'),
  );

  expect(answer).toEqual(conflictOver(own));
});

test('a payment reference is free again when the engine did not take the order that it was for', async () => {
  const reference = aName();
  const cutOff = await shop.anotherGateway({ engine: '127.0.0.1:1' });
  const failed = await cutOff.ask(placing(`paymentReference: "${reference}"`));

  const again = await place(`paymentReference: "${reference}"`);
  const other = await place(`paymentReference: "${reference}"`);

  expect(failed).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  expect(again).toMatchObject({ placeOrder: { __typename: 'PlaceOrderPayload' } });
  expect(other).toEqual(conflictOver(again.placeOrder.order?.id ?? ''));
});

test('payment references that differ in their case are two', async () => {
  const reference = aName();

  const placed = [
    await place(`paymentReference: "${reference}"`),
    await place(`paymentReference: "${reference.toLowerCase()}"`),
  ];

  expect(placed.map(({ placeOrder }) => placeOrder.__typename)).toEqual(['PlaceOrderPayload', 'PlaceOrderPayload']);
});

test('an order with a payment reference is not placed while the book is unavailable', async () => {
  const lonely = await openShop();
  await lonely.closeBook();

  const answer = await lonely.gateway.ask(placing(`paymentReference: "${aName()}"`));

  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  await lonely.close();
});
