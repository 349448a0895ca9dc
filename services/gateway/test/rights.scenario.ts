import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from './support/driver.ts';
import { all } from './support/events.ts';
import { approving, aWaitingOrder, changed, events, placing } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';
import { aToken } from './support/tokens.ts';

let shop: Shop;
let customer: string;
let stranger: string;
beforeAll(async () => {
  shop = await openShop();
  customer = await aToken({ sub: 'CUST-1', role: 'customer' });
  stranger = await aToken({ sub: 'CUST-2', role: 'customer' });
});
afterAll(() => shop.close());

const answersOf = (told: AsyncIterable<unknown>) => all(told as ReturnType<Driver['follow']>).catch((error) => error);
const list = 'subscription { ordersChanged { cursor } }';
const viewer = '{ viewer { id role } }';

test.each([
  ['no token', () => undefined],
  ['an expired token', () => aToken({ endsInMs: -6_000 })],
  ['a token of another key', () => aToken({}, 'somebody else signs with this secret')],
])('with %s every way in is closed', async (_, token) => {
  const nobody = shop.gateway.as(await token());
  const id = await aWaitingOrder(shop.gateway);

  const overHttp = await nobody.ask(viewer);
  const asEvents = await Promise.all(
    [changed(id), events(id), list].map(async (query) => (await nobody.stream(query)).toTheEnd()),
  );
  const overSocket = await answersOf(nobody.follow(changed(id)));

  const refused = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
  expect(overHttp).toMatchObject(refused);
  for (const told of asEvents) expect(told).toMatchObject([{ event: 'next', data: refused }, { event: 'complete' }]);
  expect(overSocket).toMatchObject({ code: 4403 });
});

test('a response without a token is 401 if its media type allows that', async () => {
  const nobody = shop.gateway.as(undefined);

  const answers = await Promise.all(
    ['application/graphql-response+json', 'application/json'].map((accept) => nobody.post(viewer, { accept })),
  );

  expect(answers.map(({ status }) => status)).toEqual([401, 200]);
});

test("another customer's order is one that does not exist, on every transport", async () => {
  const id = await aWaitingOrder(shop.gateway);
  const other = shop.gateway.as(stranger);

  const followed = await Promise.all([changed(id), events(id)].map((query) => answersOf(other.follow(query))));
  const streamed = await Promise.all(
    [changed(id), events(id)].map(async (query) => (await other.stream(query)).toTheEnd()),
  );
  const asked = await other.ask(`{ order(id: "${id}") { id } node(id: "${id}") { id } orders { nodes { id } } }`);

  const none = { errors: [{ extensions: { code: 'ORDER_NOT_FOUND' } }] };
  for (const told of followed) expect(told).toMatchObject([none]);
  for (const told of streamed) expect(told).toMatchObject([{ data: none }, { event: 'complete' }]);
  expect(asked.data).toEqual({ order: null, node: null, orders: { nodes: [] } });
});

test("a list has only a customer's own orders", async () => {
  const { orders } = await shop.gateway.told<{ orders: { changesCursor: string } }>('{ orders { changesCursor } }');
  const id = await aWaitingOrder(shop.gateway);
  const listAfter = `subscription { ordersChanged(after: "${orders.changesCursor}") { order { id customerId } } }`;

  const own = (await shop.gateway.as(customer).follow(listAfter).next()).value;
  const others = shop.gateway.as(stranger).follow(listAfter).next();
  const told = await Promise.race([others, shop.gateway.ask(viewer).then(() => 'nothing yet')]);

  expect(own?.data).toEqual({ ordersChanged: { order: { id, customerId: 'CUST-1' } } });
  expect(told).toBe('nothing yet');
});

test('a customer places orders for itself only', async () => {
  const answer = await shop.gateway.as(stranger).ask(placing());

  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test("another customer's order id is taken like an own one, and nothing more is disclosed", async () => {
  const own = shop.gateway.as(customer);
  const other = shop.gateway.as(stranger);
  const placingAs = (customerId: string, orderId: string, email: string) =>
    placing(`orderId: "${orderId}"`)
      .replace('CUST-1', customerId)
      .replace('ada@example.com', email)
      .replace('{ orderId }', '{ orderId message }');
  const taken = (orderId: string) => ({
    __typename: 'IdempotencyConflict',
    orderId,
    message: `Order ${orderId} was placed before, with other content`,
  });
  await own.ask(placingAs('CUST-1', 'ORD-OF-ADA', 'ada@example.com'));
  await other.ask(placingAs('CUST-2', 'ORD-OF-BOB', 'bob@example.com'));

  const ofAda = await other.ask(placingAs('CUST-2', 'ORD-OF-ADA', 'ada@example.com'));
  const ofBob = await other.ask(placingAs('CUST-2', 'ORD-OF-BOB', 'else@example.com'));

  expect(ofAda).toEqual({ data: { placeOrder: taken('ORD-OF-ADA') } });
  expect(ofBob).toEqual({ data: { placeOrder: taken('ORD-OF-BOB') } });
});

test('a customer cannot use up the command id of a manager', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const manager = shop.gateway.as(await aToken({ sub: 'mia', role: 'manager' }));
  const burnt = `mutation { addOrderItem(input: { orderId: "${id}", commandId: "approve-1", item: { sku: "BOOK-001", quantity: 1 } }) { __typename } }`;

  await shop.gateway.as(customer).ask(burnt);
  const { data } = await manager.ask(approving(id, 'approve-1'));

  expect(data?.approveOrder).toMatchObject({ __typename: 'ApproveOrderPayload' });
});

test('the actor is the subject of the token', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const manager = shop.gateway.as(await aToken({ sub: 'mia', role: 'manager' }));

  await manager.ask(approving(id));
  const { data } = await manager.ask(`{ order(id: "${id}") { timeline { nodes { type actor } } } }`);

  expect(JSON.stringify(data)).toContain('"actor":"mia"');
});

test('a stream ends with its token', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const brief = shop.gateway.as(await aToken({ endsInMs: 2_500 }));
  const stream = await brief.stream(changed(id));
  const socket = brief.follow(changed(id));
  await Promise.all([stream.next(), socket.next()]);

  const [streamed, followed] = await Promise.all([stream.toTheEnd(), answersOf(socket)]);

  expect(streamed).toMatchObject([
    { event: 'next', data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } },
    { event: 'complete' },
  ]);
  expect(followed).toMatchObject({ code: 4403, reason: 'The token has expired' });
});
