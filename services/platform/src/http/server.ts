import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type ConnectionLimits, type Connections, connectionLimits, trackConnections } from './connections.ts';
import { isLastOfItsConnection, RequestForUs } from './upgrades.ts';

export type HttpServerParts = {
  /** Handles a request. An exception or rejection fails only that request. */
  answer: (req: IncomingMessage, res: ServerResponse) => unknown;
  /** Takes over the connection of a WebSocket upgrade; without it, such a request is handled like any other. */
  upgrade?: (req: IncomingMessage, socket: Socket, head: Buffer) => void;
  /** Called for errors that nothing else has caught. */
  onFault: (error: unknown) => void;
  limits?: ConnectionLimits;
};

export type HttpServer = ReturnType<typeof createHttpServer>;

/** The HTTP server of every service. No single connection can end it or block it. */
export function createHttpServer({ answer, upgrade, onFault, limits = connectionLimits }: HttpServerParts) {
  const server = createServer(optionsOf(limits));
  let draining = false;

  const connections = trackConnections(server, limits, async ({ req, res }) => {
    if (draining || isLastOfItsConnection(req)) res.setHeader('connection', 'close');
    try {
      await answer(req, res);
    } catch (error) {
      onFault(error);
      if (res.headersSent) res.destroy();
      else res.writeHead(500, { 'content-type': 'application/problem+json' }).end(internalError);
    }
  });
  if (upgrade) server.on('upgrade', guardUpgrade(upgrade, connections, onFault));

  return {
    responses: connections.responses,

    /** Resolves with the address; rejects when the port is in use. Port 0 chooses a free one. */
    async listen({ host, port }: { host: string; port: number }): Promise<string> {
      server.listen(port, host);
      await once(server, 'listening');
      server.on('error', onFault);
      const { port: bound } = server.address() as AddressInfo;
      return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
    },

    /** From now on each response closes its connection, so that clients connect elsewhere. */
    drain(): void {
      draining = true;
    },

    /** Accepts no new connections, calls `farewell`, and closes what remains after the grace period. */
    async close(graceMs: number, farewell?: () => Promise<unknown>): Promise<void> {
      draining = true;
      await closeGracefully(server, connections, graceMs, farewell);
    },
  };
}

function optionsOf({ headersMs: headersTimeout, requestMs: requestTimeout }: ConnectionLimits) {
  const connectionsCheckingInterval = Math.min(5_000, headersTimeout);
  return { headersTimeout, requestTimeout, connectionsCheckingInterval, IncomingMessage: RequestForUs };
}

type Upgrade = NonNullable<HttpServerParts['upgrade']>;

/** An upgrade that fails ends its connection and no other. */
const guardUpgrade =
  (upgrade: Upgrade, connections: Connections, onFault: HttpServerParts['onFault']): Upgrade =>
  (req, socket, head) => {
    try {
      // The response to an earlier request on the same connection would be sent between the frames.
      if (connections.isBusy(socket)) socket.destroy();
      else upgrade(req, socket, head);
    } catch (error) {
      onFault(error);
      socket.destroy();
    }
  };

async function closeGracefully(
  server: Server,
  connections: Connections,
  graceMs: number,
  farewell: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const res of connections.responses()) if (!res.headersSent) res.setHeader('connection', 'close');
  await farewell();
  const cut = setTimeout(connections.destroyAll, graceMs);
  server.closeIdleConnections();
  connections.destroySilent();
  await closed;
  clearTimeout(cut);
}

const internalError = JSON.stringify({
  type: 'about:blank',
  title: 'An internal error occurred',
  status: 500,
  code: 'INTERNAL',
});
