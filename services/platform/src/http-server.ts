import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type ConnectionLimits, connectionLimits, trackConnections } from './connections.ts';
import { isLastOfItsConnection, RequestForUs } from './upgrades.ts';

export type HttpServerParts = {
  /** Answers a request. What it throws, or rejects with, ends that request and no other. */
  answer: (req: IncomingMessage, res: ServerResponse) => unknown;
  /** Takes over the connection of a request that asks for a WebSocket; without it such a request is like any other. */
  upgrade?: (req: IncomingMessage, socket: Socket, head: Buffer) => void;
  /** Hears of errors that nothing else has caught. */
  onFault: (error: unknown) => void;
  limits?: ConnectionLimits;
};

export type HttpServer = ReturnType<typeof createHttpServer>;

/** An HTTP server that no single connection can end or hold up, the same for every service. */
export function createHttpServer({ answer, upgrade, onFault, limits = connectionLimits }: HttpServerParts) {
  const { headersMs: headersTimeout, requestMs: requestTimeout } = limits;
  const connectionsCheckingInterval = Math.min(5_000, headersTimeout);
  const timeouts = { headersTimeout, requestTimeout, connectionsCheckingInterval };
  const server = createServer({ ...timeouts, IncomingMessage: RequestForUs });
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

  if (upgrade) {
    server.on('upgrade', (req: IncomingMessage, socket: Socket, head: Buffer) => {
      try {
        // The response to a request before it on the same connection would come between the frames.
        if (connections.isBusy(socket)) socket.destroy();
        else upgrade(req, socket, head);
      } catch (error) {
        onFault(error);
        socket.destroy();
      }
    });
  }

  return {
    responses: connections.responses,

    /** Resolves with the address; rejects when the port is taken. Port 0 takes a free one. */
    async listen({ host, port }: { host: string; port: number }): Promise<string> {
      server.listen(port, host);
      await once(server, 'listening');
      server.on('error', onFault);
      const { port: bound } = server.address() as AddressInfo;
      return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
    },

    /** Takes no new connections, says `farewell`, and cuts what has not ended when the grace is over. */
    async close(graceMs: number, farewell: () => Promise<unknown> = async () => undefined): Promise<void> {
      draining = true;
      const closed = once(server, 'close');
      server.close();
      for (const res of connections.responses()) if (!res.headersSent) res.setHeader('connection', 'close');
      await farewell();
      const cut = setTimeout(connections.destroyAll, graceMs);
      server.closeIdleConnections();
      connections.destroySilent();
      await closed;
      clearTimeout(cut);
    },
  };
}

const internalError = JSON.stringify({
  ...{ type: 'about:blank', title: 'Something went wrong here', status: 500, code: 'INTERNAL' },
});
