import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type ConnectionLimits, connectionLimits } from '../src/http/connections.ts';
import { serving } from './support/test-server.ts';

const soon = 150;
const get = ['GET / HTTP/1.1', 'host: a', '', ''];
const mebibyte = 2 ** 20;
const answersAtOnce = (_: IncomingMessage, res: ServerResponse) => res.end('answered');

test('a load balancer that keeps a connection for a minute closes it first', async () => {
  const { keepAliveMs, headersMs, requestMs } = connectionLimits;
  const client = await serving(answersAtOnce, connectionLimits);

  client.send(...get);
  await client.hears('answered');

  expect(client.heard()).toContain('Keep-Alive: timeout=75');
  expect([keepAliveMs, headersMs, requestMs]).toEqual([75_000, 80_000, 90_000]);
  client.socket.destroy();
});

test('an idle connection is closed', async () => {
  const client = await serving(answersAtOnce, { keepAliveMs: soon });

  client.send(...get);
  await client.hears('answered');
  await client.ended;

  expect(client.statuses()).toEqual([200]);
});

test.each<[string, Partial<ConnectionLimits>, string[]]>([
  ['says nothing', { headersMs: soon }, []],
  ['does not get on with its headers', { headersMs: soon }, ['GET / HTTP/1.1', 'host: a', '']],
  [
    'does not get on with its body',
    { headersMs: soon, requestMs: soon },
    ['POST / HTTP/1.1', 'host: a', 'content-length: 9', '', 'h'],
  ],
])('a client that %s gets an error and is disconnected', async (_, limits, lines) => {
  const client = await serving((req) => req.resume(), limits);

  client.send(...lines);
  await client.ended;

  expect(client.statuses()).toEqual([408]);
});

test('a client that sends a body too slowly is disconnected', async () => {
  const client = await serving((req) => req.resume(), { headersMs: soon, requestMs: 2 * soon });

  client.send('POST / HTTP/1.1', 'host: a', 'content-length: 1000', '', '');
  const drops = setInterval(() => client.send('.'), soon / 10);
  await client.ended;
  clearInterval(drops);

  expect(client.statuses()).toEqual([408]);
});

test('a client that reads nothing of an active stream is disconnected', async () => {
  let gone: Promise<void> | undefined;
  const client = await serving(
    (_, res) => {
      gone = closing(res);
      res.write('x'.repeat(16 * mebibyte));
    },
    { stalledMs: soon },
  );

  client.socket.pause();
  client.send(...get);
  await eventually(() => gone);

  client.socket.destroy();
});

test('a client that reads a response too slowly is disconnected', async () => {
  let gone: Promise<void> | undefined;
  const client = await serving(
    (_, res) => {
      gone = closing(res);
      res.end('x'.repeat(16 * mebibyte));
    },
    { responseMs: 2 * soon },
  );

  client.send(...get);
  const sips = setInterval(() => sip(client.socket), soon / 10);
  await eventually(() => gone);
  clearInterval(sips);

  expect(client.heard().length).toBeLessThan(16 * mebibyte);
  client.socket.destroy();
});

test('an idle stream stays open', async () => {
  const client = await serving(
    async (_, res) => {
      res.write('begun');
      await pause(4 * soon);
      res.end('ended');
    },
    { stalledMs: soon },
  );

  client.send(...get);
  await client.hears('ended');

  expect(client.heard()).toContain('ended');
  client.socket.destroy();
});

test.each([
  [3, false],
  [4, true],
])('two requests may wait behind a slow one: of %i at once, disconnected: %s', async (count, hungUpOn) => {
  const responses: ServerResponse[] = [];
  const client = await serving((_, res) => responses.push(res), { pipelined: 2 });

  client.socket.write(get.join('\r\n').repeat(count));
  await eventually(() => responses[0]);
  responses[0]?.end('answered');
  await client.hears('answered');

  expect(client.heard().includes('answered')).toBe(!hungUpOn);
  expect(responses.length).toBe(hungUpOn ? 1 : 2);
  client.socket.destroy();
});

const closing = (res: ServerResponse) => new Promise<void>((resolve) => res.once('close', () => resolve()));

/** What is there, once it is. */
async function eventually<T>(what: () => T | undefined): Promise<Awaited<T>> {
  for (;;) {
    const there = what();
    if (there !== undefined) return await there;
    await pause(5);
  }
}

/** Reads a little, and no more for now. */
function sip(socket: Socket): void {
  socket.once('data', () => socket.pause());
  socket.resume();
}
