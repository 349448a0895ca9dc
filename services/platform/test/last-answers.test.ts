import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serving } from './support/test-server.ts';

const soon = 1_000;
const kibibyte = 2 ** 10;

test.each<[string, Record<string, string>]>([
  ['and the connection kept', {}],
  ['and the connection closed', { connection: 'close' }],
])('a client that keeps sending after the response, %s, reads the response and is disconnected', async (_, headers) => {
  let client: Awaited<ReturnType<typeof serving>>;
  const reads = () => client.socket.resume();
  client = await serving((_req, res) => res.writeHead(413, headers).end('too long', reads), { lingerMs: soon });

  client.socket.pause();
  client.send('POST / HTTP/1.1', 'host: a', `content-length: ${2 ** 40}`, '', '');
  const flood = setInterval(() => client.socket.write(Buffer.alloc(kibibyte)), 1);
  await client.closed;
  clearInterval(flood);

  expect(client.heard()).toContain('too long');
});

test('requests that wait behind a last response are not processed', async () => {
  const requests: (string | undefined)[] = [];
  const client = await serving(async (req, res) => {
    requests.push(req.url);
    await pause(0);
    res.writeHead(200, { connection: 'close' }).end('answered');
  });

  client.socket.write('GET /first HTTP/1.1\r\nhost: a\r\n\r\nGET /second HTTP/1.1\r\nhost: a\r\n\r\n');
  await client.ended;

  expect(requests).toEqual(['/first']);
});

test('requests that come after a last response are not processed', async () => {
  const requests: (string | undefined)[] = [];
  const client = await serving((req, res) => {
    requests.push(req.url);
    res.writeHead(413, { connection: 'close' }).end('too long');
  });

  client.send('POST /first HTTP/1.1', 'host: a', 'content-length: 5', '', '');
  await client.hears('too long');
  client.send('helloGET /second HTTP/1.1', 'host: a', '', '');
  client.socket.end();
  await client.closed;

  expect(requests).toEqual(['/first']);
});

test('a connection keeps nothing of requests that were answered before their end', async () => {
  const listeners: number[] = [];
  const client = await serving(({ socket }, res) => {
    listeners.push(socket.listenerCount('close'));
    res.writeHead(415).end(`refused ${listeners.length}`);
  });

  for (let request = 1; request <= 20; request++) {
    client.send('POST / HTTP/1.1', 'host: a', 'content-length: 5', '', '');
    await client.hears(`refused ${request}`);
    client.send('hello');
  }

  // The one before may still be there when the next begins.
  expect(Math.max(...listeners) - Math.min(...listeners)).toBeLessThanOrEqual(1);
});
