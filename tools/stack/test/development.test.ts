import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { developmentKey, tokensFrom } from '../src/processes/development.ts';
import { aTestStack } from './test-stack.ts';

test.each([
  ['', 'on'],
  ['127.0.0.2', 'on'],
  ['::1', 'on'],
  ['0.0.0.0', 'off'],
])('a gateway that binds to "%s" has development tokens %s', async (host, setting) => {
  await using stage = await aTestStack();

  expect(developmentKey(stage.stateDir, { WAYBILL_GATEWAY_HOST: host })).toMatchObject({
    WAYBILL_DEV_TOKENS: setting,
    WAYBILL_OPEN_ALIASES: setting,
  });
});

test('the key of development tokens is kept, and made anew if a stack was killed while it wrote it', async () => {
  await using stage = await aTestStack();
  const key = () => developmentKey(stage.stateDir, {}).WAYBILL_JWT_SECRET ?? '';
  const first = key();

  expect(key()).toBe(first);
  for (const part of ['', first.slice(0, 20)]) {
    await writeFile(join(stage.stateDir, 'development-secret'), part);
    const next = key();
    expect(next).toHaveLength(first.length);
    expect(key()).toBe(next);
  }
});

const tokens = { customer: 'c', manager: 'm', operator: 'o' };

let gateway: Server | undefined;
afterEach(() => gateway?.close());

test('a gateway that dies while tokens are requested is asked again when it is back', async () => {
  const { url, died } = await aGatewayThatDies();
  const asking = tokensFrom(url, new AbortController().signal);
  await died;

  await open((_, response) => response.end(JSON.stringify(tokens)), Number(new URL(url).port));

  expect(await asking).toEqual(tokens);
});

test('stopping meanwhile does not wait for tokens', async () => {
  const leaving = new AbortController();
  const { url, died } = await aGatewayThatDies();
  const asking = tokensFrom(url, leaving.signal);
  await died;

  leaving.abort();

  await expect(asking).rejects.toThrow('aborted');
});

/** Takes one question, and is gone before it has answered. */
async function aGatewayThatDies() {
  const url = await open((_, response) => {
    response.write('{');
    gateway?.close();
    setImmediate(() => gateway?.closeAllConnections());
  });
  return { url, died: once(gateway as Server, 'close') };
}

async function open(answer: RequestListener, port = 0): Promise<string> {
  gateway = createServer(answer).listen(port, '127.0.0.1');
  await once(gateway, 'listening');
  return `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
}
