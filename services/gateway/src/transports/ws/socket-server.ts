import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type Guard, refusalOf } from '@waybill/platform';
import { makeServer, GRAPHQL_TRANSPORT_WS_PROTOCOL as spoken } from 'graphql-ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { nobody, type Sessions } from '../../auth/session.ts';
import { correlationIdOf, type ServerContext } from '../../execution/context.ts';
import type { Presence } from '../../execution/limits/connection-count.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import type { Operations } from '../../execution/yoga.ts';
import { farewell } from '../drain.ts';
import { mayCall } from '../origins.ts';
import { pathOf } from '../path.ts';
import { admissionOf, closeCodes } from './authentication.ts';
import { conversationOn } from './connection.ts';
import { deliveryTo } from './delivery.ts';
import { heartOf } from './keep-alive.ts';
import type { Peer } from './peer.ts';
import { socketOperations } from './protocol-hooks.ts';
import { refuseUpgrade } from './upgrade-refusal.ts';

export type SocketParts = {
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

/** A client that does not answer when it is told that its socket closes is hung up on after this long. */
const closeTimeout = 3_000;

/** GraphQL over WebSocket beside HTTP on one server, in the protocol `graphql-transport-ws` and no other. */
export function openSockets(parts: SocketParts) {
  const { limits, now, newId, onFault } = parts;
  const options: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    // Another protocol is taken up only to be told 4406 in it: a handshake that fails says nothing.
    handleProtocols: (offered) => (offered.has(spoken) ? spoken : ([...offered][0] ?? false)),
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    closeTimeout,
  };
  const sockets = new WebSocketServer(options);
  const admit = admissionOf(parts);
  const expire = (socket: WebSocket) => socket.close(closeCodes.forbidden, 'The token has expired');
  const heart = heartOf(now, expire);
  const carriedBy = ({ headers, socket, connection, session = nobody }: Peer, operationId: string): ServerContext => ({
    headers,
    delivery: deliveryTo(socket, connection, operationId),
    correlationId: correlationIdOf(headers, newId),
    authenticate: async () => session,
  });
  const protocol = makeServer<Record<string, unknown>, Peer>({
    ...socketOperations({ ...parts, carriedBy }),
    connectionInitWaitTimeout: limits.initMs,
    onConnect: async ({ extra, connectionParams }) => {
      const session = await admit(extra.socket, connectionParams);
      if (!session) return false;
      extra.session = session;
      extra.beating.endsAt = session.endsAt;
      return true;
    },
  });

  const speak = conversationOn({ protocol, heart, expire, limits, now, onFault });

  return {
    /** Answers the handshake of a socket. */
    upgrade(req: IncomingMessage, connection: Socket, head: Buffer): void {
      const refusal = refusalOf(req, parts.guard);
      if (refusal) refuseUpgrade(connection, refusal.status);
      else if (pathOf(req) !== '/graphql') refuseUpgrade(connection, 404);
      else if (!mayCall(req, parts.allowedOrigins)) refuseUpgrade(connection, 403);
      else sockets.handleUpgrade(req, connection, head, (socket) => speak(socket, connection, kept(req)));
    },
    /** Tells everyone to come back. */
    drain: () => farewell(sockets.clients, (socket) => socket.close(serviceRestart, 'Service restart')),
    stop: heart.stop,
  };
}

/** What an operation may want to know of the request that opened its socket; the rest of it is let go. */
function kept({ headers }: IncomingMessage): IncomingHttpHeaders {
  const names = ['x-correlation-id', 'idempotency-key', 'last-event-id'];
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
