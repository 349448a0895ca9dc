import { Closed, connect, Forbidden, Refused } from '@waybill/client';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { anEntry, anOrder } from './support/order.ts';
import { all, failureOf, patience, silence } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

test.each(transports)('over %s, a stream ends when the gateway completes it', async (transport) => {
  await using gateway = await tellingOnce(anOrder({ revision: 7, status: 'SHIPPED' }));

  const states = await all(gateway.connect({ transport }).orders.watch('ORD-1'));

  expect(states).toMatchObject([{ revision: 7, status: 'SHIPPED' }]);
  await expect.poll(gateway.connected, patience).toBe(0);
});

test.each(transports)('over %s, a forbidden stream is not retried and names its error', async (transport) => {
  await using gateway = await tellingOnce(refusal('FORBIDDEN'));

  const failure = await failureOf(gateway.connect({ transport }).orders.watch('ORD-1'));

  expect(failure).toBeInstanceOf(Forbidden);
  expect(gateway.seen).toHaveLength(1);
});

test.each(transports)('over %s, a missing order ends its stream with the error of the gateway', async (transport) => {
  await using gateway = await tellingOnce(refusal('ORDER_NOT_FOUND'));

  const failure = await failureOf(gateway.connect({ transport }).orders.watch('ORD-1'));

  expect(failure).toBeInstanceOf(Refused);
  expect(failure).toMatchObject({ code: 'ORDER_NOT_FOUND', problems: [{ extensions: { code: 'ORDER_NOT_FOUND' } }] });
});

test.each([4400, 4401, 4406, 4409, 4429, 1002, 1008, 1009])(
  'a socket that is closed with %i is not opened again',
  async (code) => {
    await using gateway = await aGateway({ orderEvents: tellingForever });
    const events = gateway.connect().orders.events('ORD-1');
    await events.next();
    const next = events.next();

    gateway.dismiss(code);

    await expect(next).rejects.toMatchObject({ name: 'Refused', code: `SOCKET_${code}` });
    expect(gateway.seen).toHaveLength(1);
  },
);

test.each([1000, 1001, 1006, 1011, 1012, 4408, 4420, 4421, 4500])(
  'a socket that is closed with %i is opened again',
  async (code) => {
    await using gateway = await aGateway({ orderEvents: tellingForever });
    const events = gateway.connect().orders.events('ORD-1');
    await events.next();
    const next = events.next();

    if (code === 1006) gateway.hangUp();
    else gateway.dismiss(code);

    expect((await next).value?.seq).toBe(2);
    await events.return();
  },
);

test.each(transports)(
  'over %s, an overloaded gateway is retried after the time that it asks for',
  async (transport) => {
    const answers = [refusal('RATE_LIMITED', 3), refusal('SERVICE_UNAVAILABLE', 5), anOrder()].values();
    await using gateway = await aGateway({
      orderChanged: async function* () {
        yield { orderChanged: answers.next().value };
      },
    });
    const waits: number[] = [];

    const states = await all(
      gateway.connect({ transport, pause: async (ms) => void waits.push(ms) }).orders.watch('ORD-1'),
    );

    expect(waits).toEqual([3_000, 5_000]);
    expect(states).toHaveLength(1);
  },
);

test.each(transports)('over %s, a silent connection is closed', async (transport) => {
  await using gateway = await aGateway({ orderEvents: tellingForever });
  const client = gateway.connect({ transport, silenceMs: 100 });
  const events = client.orders.events('ORD-1');
  await events.next();

  gateway.freeze();

  expect((await events.next()).value?.seq).toBe(2);
  await events.return();
});

test('server-sent events that end without completion resume where they were', async () => {
  await using gateway = await aGateway({ orderEvents: tellingForever });
  const events = gateway.connect({ transport: 'sse' }).orders.events('ORD-1');
  await events.next();
  const next = events.next();

  gateway.dismiss(1001);

  expect((await next).value?.seq).toBe(2);
  await events.return();
});

test('a request for a stream that gets no response is abandoned, and repeated until its reader leaves', async () => {
  const deaf: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  const means = { url: 'http://shop.test', token: () => 't', transport: 'sse', fetch: deaf, silenceMs: 20 } as const;

  const client = connect({ ...means, pause: async () => client.close() });

  const failure = await failureOf(client.orders.events('ORD-1'));

  expect(failure).toBeInstanceOf(Closed);
});

const refusal = (code: string, retryAfterSeconds?: number) =>
  new GraphQLError(`No: ${code}`, { extensions: { code, ...(retryAfterSeconds && { retryAfterSeconds }) } });

const tellingOnce = (order: unknown) =>
  aGateway({
    orderChanged: async function* () {
      yield { orderChanged: order };
    },
  });

/** Sends one entry to each subscriber, and nothing more. */
async function* tellingForever({ after }: Record<string, unknown>) {
  yield { orderEvents: anEntry(Number(after ?? 0) + 1) };
  await silence();
}
