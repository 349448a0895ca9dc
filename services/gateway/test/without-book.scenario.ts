import { afterEach, beforeEach, expect, test } from 'vitest';
import { approving, aWaitingOrder, changed, placing } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

const unavailable = { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] };

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

test('without the book, orders are placed and running ones are read; lists and closed orders are unavailable', async () => {
  const [running, closed] = [await aWaitingOrder(shop.gateway), await aShippedOrder()];
  await shop.closeBook();
  const gateway = await shop.anotherGateway();

  const read = [await gateway.ask(reading(running)), await gateway.ask(reading(closed)), await gateway.ask(listing)];
  await shop.testEngine.stopWorker(); // what is placed waits for its first write
  const placed = await gateway.told(placing(`orderId: "SHOP-${crypto.randomUUID()}"`));

  expect(read).toMatchObject([{ data: { order: { status: 'AWAITING_APPROVAL' } } }, unavailable, unavailable]);
  expect(placed).toMatchObject({ placeOrder: { __typename: 'PlaceOrderPayload' } });
});

const listing = '{ orders { nodes { id } } }';
const reading = (id: string) => `{ order(id: "${id}") { status } }`;

async function aShippedOrder(): Promise<string> {
  const id = await aWaitingOrder(shop.gateway);
  const changes = shop.gateway.follow(changed(id));
  await shop.gateway.told(approving(id));
  for await (const _ of changes);
  return id;
}
