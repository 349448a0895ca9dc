import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type Guard, refusalOf } from '@waybill/platform';
import { makeServer, GRAPHQL_TRANSPORT_WS_PROTOCOL as spoken } from 'graphql-ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { type Authenticate, anonymous } from '../../auth/session.ts';
import { correlationIdOf, type ServerContext } from '../../execution/context.ts';
import type { LimitPerUser } from '../../execution/limits/limit-per-user.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import type { Operations } from '../../execution/yoga.ts';
import { drain } from '../shared/drain.ts';
import { isOriginAllowed } from '../shared/origins.ts';
import { pathOf } from '../shared/path.ts';
import { repeatedKeyProblem } from '../shared/repeated-key.ts';
import { closeCodes, createAuthentication } from './authentication.ts';
import { createConnectionHandler } from './connection.ts';
import { createDelivery } from './delivery.ts';
import { createKeepAlive } from './keep-alive.ts';
import type { Peer } from './peer.ts';
import { createProtocolHooks } from './protocol-hooks.ts';
import { refuseUpgrade } from './upgrade-refusal.ts';

export type SocketServerOptions = {
  operations: Operations;
  documentOf: (payload: Record<string, unknown>) => string | undefined;
  authenticate: Authenticate;
  limits: Limits;
  connections: LimitPerUser;
  guard: Guard;
  allowedOrigins: readonly string[];
  now: () => Date;
  newId: () => string;
  onFault: (error: unknown) => void;
};

/** The close code of a restart: clients reconnect and resume. */
const serviceRestart = 1012;

/** A client that does not answer a close frame is disconnected after this time. */
const closeTimeout = 3_000;

/** GraphQL over WebSocket beside HTTP on one server, in the protocol `graphql-transport-ws` and no other. */
export function createSocketServer(options: SocketServerOptions) {
  const { limits, now, guard, allowedOrigins, onFault } = options;
  const sockets = createSockets(limits.messageBytes);
  const expire = (socket: WebSocket) => socket.close(closeCodes.forbidden, 'The token has expired');
  const keepAlive = createKeepAlive(now, expire);
  const protocol = createProtocol(options);
  const handleConnection = createConnectionHandler({ protocol, keepAlive, expire, limits, now, onFault });

  return {
    /** Handles the handshake of a socket. */
    upgrade(req: IncomingMessage, connection: Socket, head: Buffer): void {
      const refusal = refusalOf(req, guard);
      if (refusal) refuseUpgrade(connection, refusal.status);
      else if (pathOf(req) !== '/graphql') refuseUpgrade(connection, 404);
      else if (!isOriginAllowed(req, allowedOrigins)) refuseUpgrade(connection, 403);
      else if (repeatedKeyProblem(req)) refuseUpgrade(connection, 400);
      else
        sockets.handleUpgrade(req, connection, head, (socket) =>
          handleConnection(socket, connection, keptHeaders(req)),
        );
    },
    /** Closes all sockets, a batch at a time; their clients reconnect. */
    drain: () => drain(sockets.clients, (socket) => socket.close(serviceRestart, 'Service restart')),
    stop: keepAlive.stop,
  };
}

function createSockets(messageBytes: number): WebSocketServer {
  const options: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    // Another protocol is accepted only to close the socket with 4406: a failed handshake carries no reason.
    handleProtocols: (offered) => (offered.has(spoken) ? spoken : ([...offered][0] ?? false)),
    maxPayload: messageBytes,
    perMessageDeflate: false,
    closeTimeout,
  };
  return new WebSocketServer(options);
}

function createProtocol(options: SocketServerOptions) {
  const authenticateSocket = createAuthentication(options);
  const contextFor = (peer: Peer, operationId: string): ServerContext => ({
    headers: peer.headers,
    delivery: createDelivery(peer.socket, peer.connection, operationId, peer.pace),
    correlationId: correlationIdOf(peer.headers, options.newId),
    authenticate: async () => peer.session ?? anonymous,
  });
  return makeServer<Record<string, unknown>, Peer>({
    ...createProtocolHooks({ ...options, contextFor }),
    connectionInitWaitTimeout: options.limits.initMs,
    onConnect: async (connected) => {
      const { extra, connectionParams } = connected;
      Object.assign(connected, { connectionParams: undefined }); // a token is not kept
      const session = await authenticateSocket(extra.socket, connectionParams);
      if (!session) return false;
      extra.session = session;
      extra.heartbeat.endsAt = session.endsAt;
      return true;
    },
  });
}

/** The headers that operations use, from the request that opened the socket; the others are dropped. */
function keptHeaders({ headers }: IncomingMessage): IncomingHttpHeaders {
  const names = ['x-correlation-id', 'idempotency-key', 'last-event-id'];
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
