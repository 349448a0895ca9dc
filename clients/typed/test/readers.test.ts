import { expect, test } from 'vitest';
import { createLatest, createQueue } from '../src/streams/mailbox.ts';
import { aGateway } from './support/gateway.ts';
import { anEntry, anOrder } from './support/order.ts';
import { all, patience, silence } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

test('two hundred and fifty orders are watched at once, over as many sockets as needed', async () => {
  await using gateway = await aGateway({
    orderChanged: async function* ({ id }) {
      yield { orderChanged: anOrder({ id }) };
      await silence();
    },
  });
  const client = gateway.connect();
  const ids = Array.from({ length: 250 }, (_, at) => `ORD-${at}`);

  const first = await Promise.all(ids.map((id) => client.orders.watch(id).next()));

  expect(first.map(({ value }) => value?.id)).toEqual(ids);
  expect(gateway.seen).toHaveLength(3);
});

test.each(transports)(
  'over %s, a slow reader of an order gets its current state, on the same connection',
  async (transport) => {
    let told = 0;
    await using gateway = await aGateway({
      orderChanged: async function* () {
        for (let revision = 1; revision <= 500; revision++) {
          yield { orderChanged: anOrder({ revision }) };
          told = revision;
        }
        await silence();
      },
    });
    const orders = gateway.connect({ transport }).orders.watch('ORD-1');
    await orders.next();
    await expect.poll(() => told, patience).toBe(500);
    await expect.poll(async () => (await orders.next()).value?.revision, patience).toBe(500);

    expect(gateway.seen).toHaveLength(1);
  },
);

test.each(transports)(
  'over %s, a slow reader of a journal gets every entry, and few are buffered',
  async (transport) => {
    const cameWith: unknown[] = [];
    await using gateway = await aGateway({
      orderEvents: async function* ({ after }, { lastEventId }) {
        cameWith.push(lastEventId ?? after);
        for (let seq = Number(lastEventId ?? after ?? 0) + 1; seq <= 2_500; seq++) yield { orderEvents: anEntry(seq) };
        if (cameWith.length === 1) await silence();
      },
    });
    const events = gateway.connect({ transport }).orders.events('ORD-1');
    const first = await events.next();
    await expect.poll(gateway.connected, patience).toBe(0); // more than a thousand are unread

    const rest = await all(events);

    expect([first.value?.seq, ...rest.map(({ seq }) => seq)]).toEqual(Array.from({ length: 2_500 }, (_, at) => at + 1));
    expect(cameWith.length).toBeGreaterThan(1);
  },
);

test('a slow reader of server-sent events is not mistaken for a silent server', async () => {
  await using gateway = await aGateway({
    orderEvents: async function* () {
      for (let seq = 1; seq <= 40; seq++) {
        yield { orderEvents: anEntry(seq) };
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      told = true;
    },
  });
  let told = false;
  const events = gateway.connect({ transport: 'sse', silenceMs: 1_500 }).orders.events('ORD-1');
  await events.next();
  await expect.poll(() => told, patience).toBe(true);

  const rest = await all(events);

  expect(rest).toHaveLength(39);
  expect(gateway.seen).toHaveLength(1);
});

test('a mailbox keeps the newest value, or up to its limit, and reports when it is full', async () => {
  const [latest, queue] = [createLatest<number>(), createQueue<number>(2)];

  const taken = [1, 2, 3].map((item) => [latest.put(item), queue.put(item)]);

  expect(taken).toEqual([
    [true, true],
    [true, true],
    [true, false],
  ]);
  expect(await latest.take()).toEqual({ done: false, value: 3 });
  const drained = queue.drained();
  expect([await queue.take(), await queue.take()]).toMatchObject([{ value: 1 }, { value: 2 }]);
  await expect(drained).resolves.toBeUndefined();
});
