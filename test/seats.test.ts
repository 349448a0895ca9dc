import { connect } from 'node:net';
import { createRandom } from '@waybill/random';
import { expect, test } from 'vitest';
import { aBusyOrder, type BusyOrder } from '../services/gateway/test/support/busy-order.ts';
import { eventually } from '../services/gateway/test/support/eventually.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { handshake, message } from './connections/frames.ts';
import { type Quitter, quitsEvents, quitsSocket } from './connections/quitters.ts';

const visits = Number(process.env.WAYBILL_HOSTILE_CONNECTIONS ?? 50);
const seed = Number(process.env.WAYBILL_HOSTILE_SEED ?? 12);
const limits = { socketsPerUser: 5, operationsPerSocket: 3, messagesPerSecond: 1_000 };
const query = 'subscription { orderChanged(id: "ORD-1") { revision } }';
const nothing = { connections: 0, watches: 0, subscribers: 0 };

test.each<[string, Quitter, number]>([
  ['streams of events', quitsEvents, limits.socketsPerUser],
  ['sockets', quitsSocket, limits.socketsPerUser * limits.operationsPerSocket],
])(
  `a client that opens and closes ${visits} %s never has more than allowed, and keeps nothing (seed ${seed})`,
  async (_, visit, most) => {
    await using order = await aBusyOrder(limits);
    const before = timers();

    const held = await visitedBy(visit, order);

    expect(Math.max(...held.connections)).toBeLessThanOrEqual(limits.socketsPerUser);
    expect(Math.max(...held.subscribers)).toBeLessThanOrEqual(most);
    await eventually(() => expect(order.usage()).toEqual(nothing));
    expect(order.listeners()).toBe(0);
    await turnsUntil(() => timers() <= before);
    expect(timers()).toBeLessThanOrEqual(before);
  },
  60_000 + visits * 50,
);

test('an id that is completed and used again in one packet is one subscription, which ends with its socket', async () => {
  await using order = await aBusyOrder(limits);
  const client = await aRawSocket(order);
  const subscribe = message({ id: '1', type: 'subscribe', payload: { query } });
  const complete = message({ id: '1', type: 'complete' });

  client.write(Buffer.concat([subscribe, complete, subscribe, complete, subscribe]));
  await eventually(() => expect(order.usage()).toEqual({ connections: 1, watches: 1, subscribers: 1 }));
  order.happen();
  await eventually(() => expect(client.heard()).toContain('"revision":2'));
  const heard = client.heard();
  client.destroy();

  expect(heard).not.toContain('complete');
  await eventually(() => expect(order.usage()).toEqual(nothing));
});

test('messages after a socket was told to close have no effect', async () => {
  await using order = await aBusyOrder(limits);
  const client = await aRawSocket(order);
  const subscribe = (id: string) => message({ id, type: 'subscribe', payload: { query } });

  client.write(Buffer.concat([message({ type: 'connection_init' }), subscribe('1'), subscribe('2')]));
  await eventually(() => expect(client.heard()).toContain('Too many initialisation requests'));

  expect(order.usage().subscribers).toBe(0);
  client.destroy();
});

test('messages after a token has expired have no effect', async () => {
  let passedMs = 0;
  await using order = await aBusyOrder(limits, () => new Date(Date.now() + passedMs));
  const client = await aRawSocket(order);
  passedMs = 7_200_000;

  client.write(message({ id: '1', type: 'subscribe', payload: { query } }));

  await eventually(() => expect(client.heard()).toContain('The token has expired'));
  expect(order.usage().subscribers).toBe(0);
  client.destroy();
});

/** The resources of the gateway after each turn of the event loop. */
async function visitedBy(visit: Quitter, order: BusyOrder) {
  const [token, random] = [await aToken(), createRandom(seed)];
  const held = { connections: [0], subscribers: [0] };
  let left = visits;
  const look = setInterval(() => {
    const { connections, subscribers } = order.usage();
    held.connections.push(connections);
    held.subscribers.push(subscribers);
  }, 1);
  const visitor = async () => {
    while (left-- > 0) await visit(order.driver.url, token, random);
  };
  await Promise.all(Array.from({ length: 12 }, visitor));
  clearInterval(look);
  return held;
}

/** A socket that was let in, with what it has heard as text. */
async function aRawSocket({ driver }: BusyOrder) {
  const socket = connect(Number(new URL(driver.url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
  });
  socket.write(handshake());
  const authorization = `Bearer ${await aToken()}`;
  socket.write(message({ type: 'connection_init', payload: { authorization } }));
  await eventually(() => expect(heard).toContain('connection_ack'));
  return Object.assign(socket, { heard: () => heard });
}

/** Waits without a timer of its own, and longer than a timer of a request that has ended may be left. */
async function turnsUntil(holds: () => boolean): Promise<void> {
  const until = Date.now() + 5_000;
  while (Date.now() < until && !holds()) await new Promise((resolve) => setImmediate(resolve));
}

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
