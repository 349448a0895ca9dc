import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all } from './support/events.ts';
import { approving, aWaitingOrder, changed, events, placeOrder } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('a subscription over WebSocket runs from the snapshot to its end', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const told = shop.gateway.follow(changed(id));
  const first = await told.next();

  await shop.gateway.ask(approving(id));
  const rest = await all(told);

  expect(first.value?.data).toMatchObject({ orderChanged: { status: 'AWAITING_APPROVAL', closedAt: null } });
  expect(rest.at(-1)?.data).toMatchObject({ orderChanged: { status: 'SHIPPED', closedAt: expect.any(String) } });
});

test('a subscription over server-sent events runs to its end, each event with an id', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const stream = await shop.gateway.stream(changed(id));
  const first = await stream.next();

  await shop.gateway.ask(approving(id));
  const rest = await stream.toTheEnd();

  expect(first).toMatchObject({ event: 'next', id: '2', data: { data: { orderChanged: { revision: 2 } } } });
  expect(rest.at(-2)).toMatchObject({
    event: 'next',
    id: '4',
    data: { data: { orderChanged: { status: 'SHIPPED' } } },
  });
  expect(rest.at(-1)).toEqual({ event: 'complete' });
});

test('a stream resumes after its Last-Event-ID, whatever its arguments', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.gateway.ask(approving(id));

  const stream = await shop.gateway.stream(events(id, 0), { 'last-event-id': '2' });
  const told = await stream.toTheEnd();

  expect(told.map((event) => event.id)).toEqual(['3', '4', undefined]);
});

test('queries and mutations work over a WebSocket too', async () => {
  const answers = await all(shop.gateway.follow('{ viewer { role } }'));

  expect(answers).toEqual([{ data: { viewer: { role: 'OPERATOR' } } }]);
});

test('a query may come by GET, a mutation may not', async () => {
  const { endpoint, authorization } = shop.gateway;
  const get = (query: string) => fetch(`${endpoint}?query=${encodeURIComponent(query)}`, { headers: authorization });

  const query = await get('{ viewer { role } }');
  const mutation = await get('mutation { restock(input: { sku: "BOOK-001", quantity: 1 }) { __typename } }');

  expect(await query.json()).toEqual({ data: { viewer: { role: 'OPERATOR' } } });
  expect(mutation.status).toBe(405);
});

test('an invalid document is refused by the protocol, and the connection stays open', async () => {
  const wrong = '{ nope }';

  const overHttp = await shop.gateway.ask(wrong);
  const overSocket = await all(shop.gateway.follow(wrong)).catch((errors: unknown) => errors);
  const asEvents = await (await shop.gateway.stream(wrong)).toTheEnd();

  const invalid = { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
  expect(overHttp.errors).toMatchObject([invalid]);
  expect(overSocket).toMatchObject([invalid]);
  expect(asEvents).toMatchObject([{ event: 'next', data: { errors: [invalid] } }, { event: 'complete' }]);
});

test('a document that is not GraphQL is refused by the protocol', async () => {
  const overHttp = await shop.gateway.ask('{');
  const overSocket = await all(shop.gateway.follow('{')).catch((errors: unknown) => errors);

  expect(overHttp.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  expect(overSocket).toMatchObject([{ message: expect.stringContaining('Syntax Error') }]);
});

test('a subscription to an unknown order is one error, then the end', async () => {
  const answers = await all(shop.gateway.follow(changed('ORD-UNKNOWN')));

  expect(answers).toMatchObject([{ errors: [{ extensions: { code: 'ORDER_NOT_FOUND' } }] }]);
});

test.each([['graphql-ws'], ['subscriptions-transport-ws'], []])(
  'the sub-protocol %s is refused',
  async (...offered) => {
    const socket = shop.gateway.socket(offered as string[]);

    const closed = once(socket, 'close');
    socket.on('error', () => undefined);

    expect(await closed).toMatchObject([4406, expect.anything()]);
  },
);

test('a message that is too long closes its socket, and no other', async () => {
  const id = await placeOrder(shop.gateway);
  const neighbour = shop.gateway.follow(changed(id));
  await neighbour.next();
  const socket = shop.gateway.socket();
  await once(socket, 'open');

  socket.send('x'.repeat(70_000));
  const closed = await once(socket, 'close');
  await shop.gateway.ask(approving(id));

  expect(closed[0]).toBe(1009);
  expect((await all(neighbour)).at(-1)?.data).toMatchObject({ orderChanged: { status: 'SHIPPED' } });
});

test('GraphiQL opens offline with examples that are valid', async () => {
  const page = await fetch(shop.gateway.endpoint, { headers: { accept: 'text/html' } });
  const html = await page.text();

  expect(page.headers.get('content-type')).toContain('text/html');
  expect(html).toContain('PlaceOrder');
  expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
});

test('a stopping gateway tells its sockets to reconnect, and completes no stream', async () => {
  const leaving = await shop.anotherGateway();
  const id = await aWaitingOrder(leaving);
  const stream = await leaving.stream(changed(id));
  await stream.next();
  const socket = leaving.socket();
  await once(socket, 'open');

  const told = stream.toTheEnd().catch(() => 'cut');
  const closed = once(socket, 'close');
  await leaving.stop();

  expect((await closed)[0]).toBe(1012);
  expect(await told).toBe('cut');
  expect(leaving.usage().watches).toBe(0);
});
