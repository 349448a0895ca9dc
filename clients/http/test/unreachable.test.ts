import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCaller, Unavailable, Unreachable } from '../src/index.ts';

test('if nothing listens, nothing was sent, and the caller learns that', async () => {
  const server = await aServer();
  await server.close();

  const error = await server.call();

  expect(error).toBeInstanceOf(Unreachable);
});

test('after a cut connection, the result is unknown', async () => {
  const server = await aServer();

  const error = await server.call();
  await server.close();

  expect(error).toBeInstanceOf(Unavailable);
  expect(error).not.toBeInstanceOf(Unreachable);
});

/** Hangs up on everyone who says something. */
async function aServer() {
  const server = createServer((socket) => socket.once('data', () => socket.destroy()));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return {
    call: async () => {
      const call = createCaller({ baseUrl: `http://127.0.0.1:${port}`, refusals: [] });
      const outcome = await call({ method: 'POST', path: '/charge', body: {} }, z.unknown()).catch((error) => error);
      await call.close();
      return outcome;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}
