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

/** Each process, and a step in which an order needs it. */
const deaths = [
  ['worker, orders', 'CAPTURE_PAYMENT'],
  ['worker, orders', 'CREATE_LABEL'],
  ['worker, shipping', 'CREATE_LABEL'],
  ['chaos service', 'CAPTURE_PAYMENT'],
  ['chaos service', 'RESERVE_INVENTORY'],
  ['chaos service', 'CREATE_LABEL'],
  ['order book', 'CREATE_LABEL'],
  ['gateway', 'CREATE_LABEL'],
  ['engine', 'AUTHORIZE_PAYMENT'],
  ['engine', 'CREATE_LABEL'],
] as const;

test.each(deaths)('when the %s is killed during %s, the order ships once and is charged once', async (name, step) => {
  const order = await shop.place();
  const watched = shop.watch(order.id);
  const journal = shop.journal(order.id);
  await journal.until((entry) => entry.step === step && entry.type === 'STEP_STARTED');

  const killed = shop.kill(name);
  const last = (await watched.ended).at(-1);
  const entries = await journal.ended;

  expect(last).toMatchObject({ status: 'SHIPPED', progress: 100 });
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.filter(({ type, step }) => type === 'STEP_COMPLETED' && step === 'DISPATCH_CARRIER')).toHaveLength(1);
  expect(await shop.shipmentOf(order.id)).toMatchObject({ status: 'DISPATCHED' });
  expect(await shop.paymentOf(order.id)).toMatchObject({ status: 'CAPTURED', refunded: null, ...chargedOnce(order) });
  await killed.back();
});

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

const chargedOnce = ({ total }: { total: { amount: string; currencyCode: string } }) => ({
  captured: { amountMinor: Math.round(Number(total.amount) * 100), currencyCode: total.currencyCode },
});
