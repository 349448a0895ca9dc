import type { IncomingMessage, Server } from 'node:http';
import { CloseCode, makeServer, GRAPHQL_TRANSPORT_WS_PROTOCOL as spoken } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { nobody, type Sessions } from '../auth/session.ts';
import { type Carried, correlationIdOf } from '../context.ts';
import { mayCall } from '../http/origins.ts';
import { pathOf } from '../http/server.ts';
import type { Limits } from '../limits/limits.ts';
import type { Operations } from '../operations/yoga.ts';
import { type Admitted, admissionOf, closeCodes } from './admission.ts';
import { deliveryTo } from './delivery.ts';
import { farewell } from './farewell.ts';
import { socketOperations } from './operations.ts';
import { paceOf } from './pace.ts';

export type SocketParts = {
  server: Server;
  operations: Operations;
  documentOf: (payload: Record<string, unknown>) => string | undefined;
  sessions: Sessions;
  limits: Limits;
  allowedOrigins: readonly string[];
  now: () => Date;
  newId: () => string;
  onFault: (error: unknown) => void;
};

/** What is known of one socket. */
export type Peer = { req: IncomingMessage; socket: WebSocket; admitted?: Admitted };

const keepAliveMs = 12_000;

/** The gateway restarts: a client comes back, and goes on where it was. */
const serviceRestart = 1012;

/** GraphQL over WebSocket beside HTTP on one server, in the protocol `graphql-transport-ws` and no other. */
export function openSockets(parts: SocketParts) {
  const { server, limits, now, newId, onFault } = parts;
  const sockets = new WebSocketServer({
    noServer: true,
    // Another protocol is taken up only to be told 4406 in it: a handshake that fails says nothing.
    handleProtocols: (offered) => (offered.has(spoken) ? spoken : ([...offered][0] ?? false)),
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
  });
  const admit = admissionOf(parts);
  const carriedBy = ({ req, socket, admitted }: Peer, operationId: string): Carried => ({
    req,
    delivery: deliveryTo(socket, req.socket, operationId),
    correlationId: correlationIdOf(req.headers, newId),
    authenticate: async () => admitted?.session ?? nobody,
  });
  const protocol = makeServer<Record<string, unknown>, Peer>({
    ...socketOperations({ ...parts, carriedBy }),
    connectionInitWaitTimeout: limits.initMs,
    onConnect: async ({ extra, connectionParams }) => {
      const admitted = await admit(extra.socket, connectionParams);
      if (!admitted) return false;
      extra.admitted = admitted;
      extra.socket.once('close', admitted.leave);
      return true;
    },
  });

  server.on('upgrade', (req, connection, head) => {
    if (pathOf(req) !== '/graphql') return connection.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    if (!mayCall(req, parts.allowedOrigins)) {
      return connection.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    }
    sockets.handleUpgrade(req, connection, head, (socket) => speak(socket, req));
  });

  const speak = (socket: WebSocket, req: IncomingMessage) => {
    const failed = (error: unknown) => {
      onFault(error);
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    };
    socket.on('error', () => undefined); // ws closes the socket itself, with the code that fits
    const stopPinging = keepAlive(socket);
    const inPace = paceOf(limits.messagesPerSecond, now);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sent(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (hear) =>
          socket.on('message', (data) => {
            if (inPace()) void hear(textOf(data)).catch(failed);
            else socket.close(closeCodes.tooManyMessages, 'Too many messages');
          }),
      },
      { req, socket },
    );
    socket.once('close', (code, reason) => {
      stopPinging();
      void Promise.resolve(closed(code, String(reason))).catch(onFault);
    });
  };

  return {
    /** Tells everyone to come back. */
    drain: () => farewell(sockets.clients, (socket) => socket.close(serviceRestart, 'Service restart')),
    /** Hangs up on those who have not left. */
    close(): void {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

/** Resolves when the bytes are with the operating system: the next result is not made before. */
const sent = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
  });

/** A socket that does not answer a ping before the next one is due is dead. */
function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const pinging = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, keepAliveMs);
  return () => clearInterval(pinging);
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
