import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from '../src/http/serve.ts';
import { createHttpServer } from '../src/http/server.ts';
import { openLog } from '../src/log/log.ts';

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

test('a stopping service reports it to load balancers, and answers each connection one last time', async () => {
  const app = { fetch: () => new Response('answered') };
  const service = await serve(app, { log: openLog('test', 'silent') });

  await service.drain();
  const [ready, answer] = [await fetch(`${service.url}/ready`), await fetch(`${service.url}/orders`)];

  expect([ready.status, await ready.json()]).toEqual([503, { status: 'draining' }]);
  expect([answer.status, await answer.text()]).toEqual([200, 'answered']);
  expect([ready, answer].map(({ headers }) => headers.get('connection'))).toEqual(['close', 'close']);
  await service.close();
});
