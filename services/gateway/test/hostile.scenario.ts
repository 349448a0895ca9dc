import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from './support/driver.ts';
import { all } from './support/events.ts';
import { approving, aWaitingOrder, changed } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';
import { acknowledged, closing } from './support/sockets.ts';

let shop: Shop;
let gateway: Driver;
let impatient: Driver;
beforeAll(async () => {
  shop = await openShop();
  gateway = await shop.anotherGateway();
  impatient = await shop.anotherGateway({ limits: { initMs: 200 } }); // for nobody who has something to say
});
afterAll(() => shop.close());

const init = { type: 'connection_init', payload: {} };
const list = 'subscription { ordersChanged { cursor } }';
const subscribe = (id: string) => ({ id, type: 'subscribe', payload: { query: list } });
const admitted = () => ({ ...init, payload: gateway.authorization });
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

test.each<[string, () => unknown[], number]>([
  ['says nothing', () => [], 4408],
  ['subscribes before it authenticates', () => [subscribe('1')], 4401],
  ['authenticates twice', () => [admitted(), admitted()], 4429],
  ['uses an id twice', () => [admitted(), subscribe('1'), subscribe('1')], 4409],
  ['sends no token', () => [init], 4403],
  ['sends an invalid token', () => [{ ...init, payload: { authorization: 'Bearer x.y.z' } }], 4403],
  ['sends a token that is not a text', () => [{ ...init, payload: { authorization: { $ne: '' } } }], 4403],
  ['sends no JSON', () => ['{'], 4400],
  ['sends an unknown message type', () => [{ type: 'start', id: '1' }], 4400],
  ['sends a mebibyte', () => ['x'.repeat(1024 * 1024)], 1009],
  ['sends too many messages', () => [admitted(), ...Array.from({ length: 300 }, () => ({ type: 'ping' }))], 4421],
])('a socket that %s is closed with the code for it, and other sockets are not affected', async (_, messages, code) => {
  const id = await aWaitingOrder(shop.gateway);
  const neighbour = gateway.follow(changed(id));
  await neighbour.next();

  const closed = await closing((code === 4408 ? impatient : gateway).socket(), messages());
  await shop.gateway.ask(approving(id));

  expect(closed).toBe(code);
  expect((await all(neighbour)).at(-1)?.data).toMatchObject({ orderChanged: { status: 'SHIPPED' } });
});

test('a user who opens more sockets than allowed keeps those that are open', async () => {
  const narrow = await shop.anotherGateway({ limits: { socketsPerUser: 3 } });
  const sockets = [narrow.socket(), narrow.socket(), narrow.socket()];
  for (const socket of sockets) await acknowledged(socket, admitted());

  const closed = await closing(narrow.socket(), [admitted()]);

  expect(closed).toBe(4420);
  expect(sockets.map((socket) => socket.readyState === socket.OPEN)).toEqual([true, true, true]);
  for (const socket of sockets) socket.close();
});

test('a user may open a limited number of event streams, and another one when one is closed', async () => {
  const narrow = await shop.anotherGateway({ limits: { socketsPerUser: 2 } });
  const id = await aWaitingOrder(shop.gateway);
  const [one, other] = [await narrow.stream(changed(id)), await narrow.stream(changed(id))];
  await Promise.all([one.next(), other.next()]);

  const refused = await (await narrow.stream(changed(id))).toTheEnd();
  await one.leave();

  expect(refused).toMatchObject([
    { data: { errors: [{ message: expect.stringContaining('2 connections'), extensions: { code: 'RATE_LIMITED' } }] } },
    { event: 'complete' },
  ]);
  await expect
    .poll(async () => (await (await narrow.stream(changed(id))).next())?.data)
    .toMatchObject({ data: { orderChanged: { status: 'AWAITING_APPROVAL' } } });
});

test('of a thousand and one subscriptions on a socket a hundred run, and the others are refused', async () => {
  const roomy = await shop.anotherGateway({ limits: { messagesPerSecond: 5_000 } });
  const socket = roomy.socket();
  await acknowledged(socket, admitted());
  const refused: string[] = [];
  const allRefused = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'error') refused.push(`${payload[0].extensions.code}: ${payload[0].message}`);
      if (refused.length === 901) resolve();
    });
  });

  for (let at = 0; at < 1_001; at++) socket.send(JSON.stringify(subscribe(`${at}`)));
  await allRefused;

  expect([...new Set(refused)]).toEqual([expect.stringMatching(/^RATE_LIMITED: .*100 operations/)]);
  expect(socket.readyState).toBe(socket.OPEN);
  socket.close();
});

test.each<[string, string, string]>([
  [
    'a document of thousands of tokens',
    `{ ...F0 } ${times(300, (at) => `fragment F${at} on Query { ...F${at + 1} }`)}`,
    'GRAPHQL_PARSE_FAILED',
  ],
  ['a deep document', `{ ${'node(id: "1") { '.repeat(12)}id${' }'.repeat(12)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['many aliases', `{ ${times(16, (at) => `a${at}: viewer { id }`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'many large pages',
    '{ orders(first: 100) { nodes { timeline(first: 100) { nodes { seq type at } } } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a page that is too large', '{ orders(first: 101) { nodes { id } } }', 'BAD_USER_INPUT'],
  ['an unknown operation', 'mutation { shipEverything }', 'GRAPHQL_VALIDATION_FAILED'],
])('%s is refused by name on every transport', async (_, query, code) => {
  const overHttp = await shop.gateway.ask(query);
  const overSocket = await all(shop.gateway.follow(query)).catch((errors: unknown) => errors);
  const asEvents = await (await shop.gateway.stream(query)).toTheEnd();

  const refused = { extensions: { code } };
  const first = (errors: unknown) => (errors as { errors?: unknown[] }[])[0]?.errors?.[0] ?? (errors as unknown[])[0];
  expect(overHttp.errors?.[0]).toMatchObject(refused);
  expect(first(overSocket)).toMatchObject(refused);
  expect(first([asEvents[0]?.data])).toMatchObject(refused);
});

test('a client over its quota is told when to retry, on every transport', async () => {
  const at = new Date(); // a clock that stands still refills nothing
  const busy = await shop.anotherGateway({ limits: { costPerSecond: 1 }, now: () => at });
  await busy.ask('{ orders(first: 4) { nodes { id } } }');
  const query = '{ orders(first: 1) { nodes { id } } }';

  const overHttp = await busy.post(query, { accept: 'application/graphql-response+json' });
  const overSocket = await all(busy.follow(query));
  const asEvents = await (await busy.stream(query)).toTheEnd();

  const limited = { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }] };
  expect([overHttp.status, overHttp.headers.get('retry-after')]).toEqual([429, expect.any(String)]);
  expect(await overHttp.json()).toMatchObject(limited);
  expect(overSocket).toMatchObject([limited]);
  expect(asEvents[0]).toMatchObject({ data: limited });
});

test('a body that is too long is refused before it is read', async () => {
  const answer = await shop.gateway.post(`{ viewer { id } } #${'x'.repeat(300_000)}`);

  expect(answer.status).toBe(413);
});
