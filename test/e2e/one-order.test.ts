import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop } from './shop.ts';

let shop: Awaited<ReturnType<typeof aShop>>;
beforeAll(async () => {
  shop = await aShop();
});
afterAll(() => shop[Symbol.asyncDispose]());

test('one order is seen to the same end over a socket, in an event stream and by asking', async () => {
  const order = await shop.place();

  const [overSocket, byEventStream] = await Promise.all([
    collected(shop.door().watch(order.id)),
    collected(shop.door().watchByEventStream(order.id)),
  ]);
  const asked = await shop
    .door()
    .ask('query ($id: ID!) { order(id: $id) { status progress revision closedAt } }', order);

  expect(overSocket.at(-1)).toMatchObject({ status: 'SHIPPED', progress: 100 });
  expect(byEventStream.at(-1)).toEqual(overSocket.at(-1));
  expect(asked).toEqual({ order: overSocket.at(-1) });
});

test('whoever comes late to an order reads its whole journal', async () => {
  const order = await shop.place();
  const live = await shop.journal(order.id).ended;

  const late = await shop.journal(order.id).ended;

  expect(late).toEqual(live);
  expect(late.map(({ seq }) => seq)).toEqual(late.map((_, index) => index + 1));
  expect(late.at(-1)?.type).toBe('ORDER_CLOSED');
});

async function collected<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
