import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHttpServer, type HttpServer } from '@waybill/platform';
import { afterEach } from 'vitest';
import type { ConnectionLimits } from '../../src/http/connections.ts';
import { rawClient } from './raw-client.ts';

/** No limit is reached but the one that a test is about. */
const never = 600_000;
const unlimited: ConnectionLimits = {
  keepAliveMs: never,
  headersMs: never,
  requestMs: never,
  stalledMs: never,
  responseMs: never,
  lingerMs: never,
  pipelined: 1_000,
};

let server: HttpServer | undefined;
afterEach(() => server?.close(0));

/** A client of a server that answers like this until the test ends. */
export async function serving(
  answer: (req: IncomingMessage, res: ServerResponse) => unknown,
  limits: Partial<ConnectionLimits> = {},
) {
  const onFault = (error: unknown) => {
    throw error;
  };
  server = createHttpServer({ answer, onFault, limits: { ...unlimited, ...limits } });
  return rawClient(await server.listen({ host: '127.0.0.1', port: 0 }));
}
