import { Closed } from '@waybill/client';
import { expect, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { anEntry } from './support/order.ts';
import { failureOf, patience, silence } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

test.each(transports)('over %s, a reader that breaks off leaves nothing open', async (transport) => {
  await using gateway = await tellingOne();

  for await (const _ of gateway.connect({ transport }).orders.events('ORD-1')) break;

  await expect.poll(gateway.connected, patience).toBe(0);
});

test.each(transports)('over %s, a reader that leaves while waiting is gone at once', async (transport) => {
  await using gateway = await tellingOne();
  const events = gateway.connect({ transport }).orders.events('ORD-1');
  await events.next();
  const next = events.next();

  await events.return();

  expect(await next).toEqual({ done: true, value: undefined });
  await expect.poll(gateway.connected, patience).toBe(0);
});

test.each(transports)(
  'over %s, a reader that leaves while there is no response does not reconnect',
  async (transport) => {
    await using gateway = await tellingOne();
    const events = gateway.connect({ transport, pause: silence }).orders.events('ORD-1');
    await events.next();
    const next = events.next();
    gateway.hangUp();
    await expect.poll(gateway.connected, patience).toBe(0);

    void events.return();

    expect(gateway.seen).toHaveLength(1);
    await expect(Promise.race([next, 'still waiting'])).resolves.toBe('still waiting');
  },
);

test.each(transports)('over %s, closing ends every stream with the error that it was closed', async (transport) => {
  await using gateway = await tellingOne();
  const client = gateway.connect({ transport });
  const streams = [client.orders.events('ORD-1'), client.orders.events('ORD-2')];
  await Promise.all(streams.map((stream) => stream.next()));
  const rest = Promise.all(streams.map(failureOf));

  client.close();

  for (const failure of await rest) expect(failure).toBeInstanceOf(Closed);
  expect(await failureOf(client.orders.events('ORD-3'))).toBeInstanceOf(Closed);
  await expect.poll(gateway.connected, patience).toBe(0);
});

test('two streams share one socket, which stays until the last has left', async () => {
  await using gateway = await tellingOne();
  const client = gateway.connect();
  const [one, other] = [client.orders.events('ORD-1'), client.orders.events('ORD-2')];
  await Promise.all([one.next(), other.next()]);

  await one.return();

  expect(gateway.connected()).toBe(1);
  await other.return();
  await expect.poll(gateway.connected, patience).toBe(0);
});

const tellingOne = () =>
  aGateway({
    orderEvents: async function* () {
      yield { orderEvents: anEntry(1) };
      await silence();
    },
  });
