import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createHttpServer } from '../src/http-server.ts';

const graceMs = 600_000;

test('a connection that never sent anything does not hold up a server that stops', async () => {
  const server = createHttpServer({ answer: (_, res) => res.end('answered'), onFault: () => undefined });
  const url = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const silent = connect(Number(url.port), url.hostname);
  await once(silent, 'connect');
  await (await fetch(url)).text(); // by now the server has accepted the connection before it

  const closed = once(silent, 'close');
  await server.close(graceMs);

  expect(await closed).toEqual([false]);
});
