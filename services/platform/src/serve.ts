import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { guarded, loopbackOnly } from './guard.ts';

export type Served = { url: string; close: () => Promise<void> };

/** How long requests that are under way may take to end when the service is closed. */
const graceMs = 2_000;

/** Longer than any client of ours keeps a connection: it is the client that ends an idle one, and never in the middle of a request. */
const keepAliveMs = 75_000;

type App = { fetch: (request: Request) => Response | Promise<Response> };

/** Listens on loopback unless told otherwise; port 0 takes a free one. Rejects when the port is taken. Closing lets requests end, for a while. */
export async function serve(app: App, { host = '127.0.0.1', port = 0, guard = loopbackOnly } = {}): Promise<Served> {
  const answer = getRequestListener(app.fetch, { hostname: 'localhost' }); // for those who need name no host
  const server = createServer(guarded(guard, (req, res) => void answer(req, res)));
  server.keepAliveTimeout = keepAliveMs;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((closed) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          closed();
        });
        server.closeIdleConnections();
      }),
  };
}
