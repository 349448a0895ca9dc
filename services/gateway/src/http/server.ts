import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { correlationIdOf } from '../context.ts';
import type { Operations } from '../operations/yoga.ts';
import type { Readiness } from './readiness.ts';

export type HttpParts = { operations: Operations; ready: () => Promise<Readiness>; newId: () => string };

/** Routes what comes in over HTTP. GraphQL gets Node's own request and response, with nothing in between. */
export function httpServer({ operations, ready, newId }: HttpParts): Server {
  return createServer((req, res) => {
    const path = pathOf(req);
    const correlationId = correlationIdOf(req.headers, newId);
    res.setHeader('x-correlation-id', correlationId);
    if (path === '/graphql') return void operations(req, res, { correlationId });
    if (path === '/health') return sayJson(res, 200, { status: 'ok' });
    if (path === '/ready')
      return void ready().then((readiness) => sayJson(res, readiness.ready ? 200 : 503, readiness));
    return sayJson(res, 404, {
      code: 'NO_SUCH_ENDPOINT',
      title: `There is nothing at ${path}: GraphQL is at /graphql`,
    });
  });
}

export const pathOf = ({ url }: IncomingMessage): string => url?.split('?', 1)[0] ?? '/';

function sayJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}
