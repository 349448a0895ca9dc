import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { faultIn } from '../log/fault.ts';
import type { Log } from '../log/log.ts';
import { type Guard, guarded, loopbackOnly } from './guard.ts';
import { createHttpServer } from './server.ts';

export type Served = {
  url: string;
  /** Keeps answering until the load balancer has seen that `/ready` fails. */
  drain: () => Promise<void>;
  close: () => Promise<void>;
};

/** How long requests in progress may take when the service is closed. */
const graceMs = 2_000;

type Listening = { host?: string; port?: number; guard?: Guard; drainDelayMs?: number; log: Log };

type App = { fetch: (request: Request) => Response | Promise<Response> };

/**
 * Listens on loopback by default; port 0 chooses a free one. Rejects when the port is in use. Closing gives requests in
 * progress some time to finish.
 */
export async function serve(
  app: App,
  { host = '127.0.0.1', port = 0, guard = loopbackOnly, drainDelayMs = 0, log }: Listening,
): Promise<Served> {
  const answer = guarded(guard, getRequestListener(app.fetch, { hostname: 'localhost' })); // for callers that give no host
  let draining = false;
  const server = createHttpServer({
    answer: (req, res) => (draining && req.url === '/ready' ? answerDraining(req, res) : answer(req, res)),
    onFault: (error) => log.error({ error: faultIn(error) }, 'a connection failed'),
  });
  const url = await server.listen({ host, port });
  return {
    url,
    async drain() {
      draining = true;
      server.drain();
      await pause(drainDelayMs);
    },
    close: () => server.close(graceMs),
  };
}

function answerDraining(req: IncomingMessage, res: ServerResponse): void {
  req.resume();
  res.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"draining"}');
}
