import { afterAll, beforeAll, expect, test } from 'vitest';
import { chargedOnce, survives } from './deaths.ts';
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

/** A process that holds state of its own, and a step in which an order needs it; `npm run prove -- deaths` kills the rest. */
const deaths = [
  ['worker, orders', 'CAPTURE_PAYMENT'],
  ['engine', 'CREATE_LABEL'],
] as const;

test.each(deaths)('when the %s is killed during %s, the order ships once and is charged once', (name, step) =>
  survives(shop, name, step),
);

test('an order that is under way when everything is stopped goes on at the next start', async () => {
  const order = await shop.place();
  const watched = shop.watch(order.id);
  const journal = shop.journal(order.id);
  await journal.until(({ step }) => step === 'CREATE_LABEL');

  await shop.close();
  await shop.reopen();

  expect((await watched.ended).at(-1)).toMatchObject({ status: 'SHIPPED' });
  expect(await shop.paymentOf(order.id)).toMatchObject(chargedOnce(order));
});

async function collected<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
