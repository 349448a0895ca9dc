import { getRequestListener } from '@hono/node-server';
import { faultIn } from './fault.ts';
import { type Guard, guarded, loopbackOnly } from './guard.ts';
import { createHttpServer } from './http-server.ts';
import type { Log } from './log.ts';

export type Served = { url: string; close: () => Promise<void> };

/** How long requests that are under way may take to end when the service is closed. */
const graceMs = 2_000;

type Listening = { host?: string; port?: number; guard?: Guard; log: Log };

type App = { fetch: (request: Request) => Response | Promise<Response> };

/** Listens on loopback unless told otherwise; port 0 takes a free one. Rejects when the port is taken. Closing lets requests end, for a while. */
export async function serve(app: App, { host = '127.0.0.1', port = 0, guard = loopbackOnly, log }: Listening) {
  const server = createHttpServer({
    answer: guarded(guard, getRequestListener(app.fetch, { hostname: 'localhost' })), // for those who need name no host
    onFault: (error) => log.error({ error: faultIn(error) }, 'a connection failed'),
  });
  const url = await server.listen({ host, port });
  return { url, close: () => server.close(graceMs) };
}
