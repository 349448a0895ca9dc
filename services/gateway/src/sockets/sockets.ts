import { type IncomingHttpHeaders, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Guard, refusalOf } from '@waybill/platform';
import { CloseCode, makeServer, GRAPHQL_TRANSPORT_WS_PROTOCOL as spoken } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { nobody, type Sessions } from '../auth/session.ts';
import { type Carried, correlationIdOf } from '../context.ts';
import { mayCall } from '../http/origins.ts';
import { pathOf } from '../http/server.ts';
import type { Limits } from '../limits/limits.ts';
import type { Presence } from '../limits/presence.ts';
import type { Operations } from '../operations/yoga.ts';
import { admissionOf, closeCodes } from './admission.ts';
import { deliveryTo } from './delivery.ts';
import { farewell } from './farewell.ts';
import { heartOf } from './heart.ts';
import { socketOperations } from './operations.ts';
import { paceOf } from './pace.ts';
import type { Peer } from './peer.ts';

export type SocketParts = {
  server: Server;
  operations: Operations;
  documentOf: (payload: Record<string, unknown>) => string | undefined;
  sessions: Sessions;
  limits: Limits;
  presence: Presence;
  guard: Guard;
  allowedOrigins: readonly string[];
  now: () => Date;
  newId: () => string;
  onFault: (error: unknown) => void;
};

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
  const heart = heartOf(now, (socket) => socket.close(closeCodes.forbidden, 'The token has expired'));
  const carriedBy = ({ headers, socket, connection, admitted }: Peer, operationId: string): Carried => ({
    headers,
    delivery: deliveryTo(socket, connection, operationId),
    correlationId: correlationIdOf(headers, newId),
    authenticate: async () => admitted?.session ?? nobody,
  });
  const protocol = makeServer<Record<string, unknown>, Peer>({
    ...socketOperations({ ...parts, carriedBy }),
    connectionInitWaitTimeout: limits.initMs,
    onConnect: async ({ extra, connectionParams }) => {
      const admitted = await admit(extra.socket, connectionParams);
      if (!admitted) return false;
      extra.admitted = admitted;
      extra.beating.endsAt = admitted.session.endsAt;
      extra.socket.once('close', admitted.leave);
      return true;
    },
  });

  server.on('upgrade', (req, connection, head) => {
    const refusal = refusalOf(req, parts.guard);
    if (refusal)
      return connection.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nconnection: close\r\n\r\n`);
    if (pathOf(req) !== '/graphql') return connection.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    if (!mayCall(req, parts.allowedOrigins)) {
      return connection.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    }
    sockets.handleUpgrade(req, connection, head, (socket) => speak(socket, req.socket, kept(req)));
  });

  const speak = (socket: WebSocket, connection: Socket, headers: IncomingHttpHeaders) => {
    const failed = (error: unknown) => {
      onFault(error);
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    };
    socket.on('error', () => undefined); // ws closes the socket itself, with the code that fits
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
      { socket, connection, headers, beating: heart.watch(socket) },
    );
    socket.once('close', (code, reason) => {
      void Promise.resolve(closed(code, String(reason))).catch(onFault);
    });
  };

  return {
    /** Tells everyone to come back. */
    drain: () => farewell(sockets.clients, (socket) => socket.close(serviceRestart, 'Service restart')),
    /** Hangs up on those who have not left. */
    close(): void {
      for (const socket of sockets.clients) socket.terminate();
      heart.stop();
    },
  };
}

/** What an operation may want to know of the request that opened its socket; the rest of it is let go. */
function kept({ headers }: IncomingMessage): IncomingHttpHeaders {
  const names = ['x-correlation-id', 'idempotency-key', 'last-event-id'];
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}

/** Resolves when the bytes are with the operating system: the next result is not made before. */
const sent = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
  });

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
