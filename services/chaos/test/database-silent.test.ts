import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { noPostgres, postgresServer } from '@waybill/platform/testing';
import { expect, test } from 'vitest';
import { aWorldOfProviders, minute } from './world.ts';

test.skipIf(noPostgres)(
  `a Postgres that falls silent is said to be out of reach, on its old connections and on new ones${noPostgres ? `: ${noPostgres}` : ''}`,
  async () => {
    const postgres = await postgresServer();
    const line = await aLineTo(await postgres.freshDatabase());
    const world = await aWorldOfProviders({ url: line.url, patienceMs: 2_000 });

    line.fallSilent();
    const [onOld, onNew] = await Promise.all([authorize(world.url, 'o-1'), authorize(world.url, 'o-2')]);

    expect(onOld).toEqual(outOfReach);
    expect(onNew).toEqual(outOfReach);
    await line.cut();
    await world.stop();
    await postgres.stop();
  },
  minute,
);

const outOfReach = { status: 503, code: 'SERVICE_UNAVAILABLE', retryAfter: '2' };

async function authorize(url: string, orderId: string) {
  const reply = await fetch(`${url}/payment/authorize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ orderId, customerId: 'c-1', amount: { amountMinor: 500, currencyCode: 'USD' } }),
  });
  const { code } = (await reply.json()) as { code?: string };
  return { status: reply.status, code, retryAfter: reply.headers.get('retry-after') };
}

/** A way to a Postgres on which, from some moment on, everything is accepted and nothing is answered. */
async function aLineTo(databaseUrl: string) {
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  const host = decodeURIComponent(hostname);
  const place = host.startsWith('/') ? { path: `${host}/.s.PGSQL.5432` } : { host, port: Number(port || 5432) };
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(place);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
    near.on('data', (said) => silent || far.write(said));
    far.on('data', (answer) => silent || near.write(answer));
    near.on('close', () => far.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: here } = server.address() as AddressInfo;
  return {
    url: `postgres://${username}@127.0.0.1:${here}${pathname}`,
    fallSilent: () => {
      silent = true;
    },
    cut: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
