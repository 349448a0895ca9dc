import { getRequestListener } from '@hono/node-server';
import { faultIn } from './fault.ts';
import { type Guard, guarded, loopbackOnly } from './guard.ts';
import { createHttpServer } from './http-server.ts';
import type { Log } from './log.ts';

export type Served = { url: string; close: () => Promise<void> };

/** How long requests in progress may take when the service is closed. */
const graceMs = 2_000;

type Listening = { host?: string; port?: number; guard?: Guard; log: Log };

type App = { fetch: (request: Request) => Response | Promise<Response> };

/**
 * Listens on loopback by default; port 0 chooses a free one. Rejects when the port is in use. Closing gives requests in
 * progress some time to finish.
 */
export async function serve(app: App, { host = '127.0.0.1', port = 0, guard = loopbackOnly, log }: Listening) {
  const server = createHttpServer({
    answer: guarded(guard, getRequestListener(app.fetch, { hostname: 'localhost' })), // for callers that give no host
    onFault: (error) => log.error({ error: faultIn(error) }, 'a connection failed'),
  });
  const url = await server.listen({ host, port });
  return { url, close: () => server.close(graceMs) };
}
