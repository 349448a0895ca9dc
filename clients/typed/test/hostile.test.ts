import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, ViewerDocument } from '@waybill/client';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { aHostileServer } from './support/hostile.ts';
import { failureOf, patience } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

/** Misbehaviour of a server towards a handshake or a request. */
const silent = () => {};
const cutting = (_: IncomingMessage, res: ServerResponse) => void res.socket?.destroy();
const lying = (_: IncomingMessage, res: ServerResponse) =>
  void res.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
const half = (_: IncomingMessage, res: ServerResponse) =>
  void res.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
const saying = (status: number) => (_: IncomingMessage, res: ServerResponse) => void res.writeHead(status).end('no');

test.each(transports)('over %s, a server that never responds is abandoned, and tried again', async (transport) => {
  await using server = await aHostileServer({ request: silent, upgrade: silent });
  const client = server.connect({ transport, silenceMs: 40 });

  const next = failureOf(client.orders.watch('ORD-1'));

  await expect.poll(server.tries, patience).toBeGreaterThan(2);
  client.close();
  expect(await next).toMatchObject({ name: 'Closed' });
  await expect.poll(server.connected, patience).toBe(0);
});

test.each([
  [401, 'Unauthenticated'],
  [403, 'Refused'],
  [404, 'Refused'],
])('a handshake that is refused with %i ends the stream, as over HTTP', async (status, name) => {
  await using server = await aHostileServer({
    request: saying(status),
    upgrade: (_, socket) => void socket.end(`HTTP/1.1 ${status} No\r\nconnection: close\r\n\r\n`),
  });

  for (const transport of transports) {
    const failure = await failureOf(server.connect({ transport }).orders.watch('ORD-1'));
    expect(failure).toMatchObject({ name });
  }
});

test.each(transports)('over %s, a server that is not a gateway ends the stream at once', async (transport) => {
  await using server = await aHostileServer({
    request: lying,
    upgrade: (_, socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>'),
  });

  const failure = await failureOf(server.connect({ transport }).orders.watch('ORD-1'));

  expect(failure).toMatchObject({ name: 'Refused', code: 'HTTP_200' });
});

test.each(transports)(
  'over %s, a server that cuts every connection is tried at most once a second',
  async (transport) => {
    await using server = await aHostileServer({ request: cutting, upgrade: (_, socket) => void socket.destroy() });
    const waits: number[] = [];
    const pause = async (ms: number) => {
      waits.push(ms);
      if (waits.length === 5) client.close();
    };
    const client = server.connect({ transport, pause, random: () => 0, now: () => 0 });

    await failureOf(client.orders.watch('ORD-1'));

    expect(waits).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
  },
);

test.each([
  ['nothing', silent],
  ['half a response', half],
])('a request that receives %s ends at its deadline, or when it is aborted', async (_, request) => {
  await using server = await aHostileServer({ request, upgrade: silent });
  const client = server.connect();
  const leaving = new AbortController();
  const aborted = client.request(ViewerDocument, {}, { signal: leaving.signal });
  await expect.poll(server.tries, patience).toBe(1);

  leaving.abort();

  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  await expect(client.request(ViewerDocument, {}, { timeout: 40 })).rejects.toMatchObject({
    name: 'Unavailable',
    code: 'TIMEOUT',
  });
  const closing = client.request(ViewerDocument, {});
  client.close();
  await expect(closing).rejects.toMatchObject({ name: 'Closed' });
});

test.each(transports)('over %s, a token that never arrives does not delay a reader that leaves', async (transport) => {
  const client = connect({ url: 'http://shop.test', WebSocket, transport, token: () => new Promise<string>(() => {}) });
  const leaving = new AbortController();
  const [orders, changes] = [client.orders.watch('ORD-1'), client.orders.changes()];
  const waiting = [orders.next(), changes.next()];
  const asking = client.request(ViewerDocument, {}, { signal: leaving.signal });

  await Promise.all([orders.return(), changes.return()]);
  leaving.abort();

  expect(await Promise.all(waiting)).toEqual([over, over]);
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
});

test('a list whose first page never arrives can be left', async () => {
  await using server = await aHostileServer({ request: silent, upgrade: silent });
  const changes = server.connect().orders.changes();
  const next = changes.next();
  await expect.poll(server.tries, patience).toBe(1);

  await changes.return();

  expect(await next).toEqual(over);
  await expect.poll(server.connected, patience).toBe(0);
});

test.each(['soon', -5, 1e12, null, {}])(
  'a gateway that asks for a wait of %j seconds is retried within a reasonable time',
  async (retryAfterSeconds) => {
    const answer = { errors: [{ message: 'No', extensions: { code: 'RATE_LIMITED', retryAfterSeconds } }] };
    await using server = await aHostileServer({
      request: (_, res) => void res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
      upgrade: silent,
    });
    const waits: number[] = [];
    const pause = async (ms: number) => {
      waits.push(ms);
      client.close();
    };
    const client = server.connect({ transport: 'sse', pause });

    await failureOf(client.orders.watch('ORD-1'));

    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(0);
    expect(waits[0]).toBeLessThanOrEqual(300_000);
  },
);

const over = { done: true, value: undefined };
