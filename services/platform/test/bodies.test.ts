import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Served, serve, serviceApp } from '../src/index.ts';
import { rawClient } from './support/raw-client.ts';

let service: Served;
const info = 30;
let lines: { level: number; path?: string }[];

beforeEach(async () => {
  lines = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const app = serviceApp({ log, bodyLimitBytes: 1_000 });
  app.post('/json', async (c) => c.json(await c.req.json()));
  service = await serve(app, { log });
});
afterEach(() => service.close());

const cut = ['POST /json HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json'];

test.each([
  ['of a length', ['content-length: 100', '', '{"a":']],
  ['in chunks', ['transfer-encoding: chunked', '', '5', '{"a":', '']],
])('a body %s that its sender cuts off is not an error of the service', async (_, rest) => {
  const client = rawClient(service.url);
  client.send(...cut, ...rest);
  await client.sent();
  await fetch(`${service.url}/health`);

  client.socket.resetAndDestroy();
  await client.closed;

  await expect.poll(() => lines.map(({ path }) => path)).toContain('/json');
  expect(lines.filter(({ level }) => level > info)).toEqual([]);
});

test.each([
  ['of a length', ['content-length: 100000', '', 'x'.repeat(2_000)]],
  ['in chunks', ['transfer-encoding: chunked', '', '7d0', 'x'.repeat(2_000), '']],
])('a body %s that is too long is refused before its end, and its connection closed', async (_, rest) => {
  const client = rawClient(service.url);

  client.send(...cut, ...rest);
  await client.ended;

  expect(client.statuses()).toEqual([413]);
  expect(client.heard()).toMatch(/^connection: close$/im);
});
