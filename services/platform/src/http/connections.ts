import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { closeInStages, limitRest } from './lingering-close.ts';

/** The limits of a connection; times are in milliseconds. */
export type ConnectionLimits = {
  /** Longer than our clients and load balancers keep an idle connection, so that the server never closes it first. */
  keepAliveMs: number;
  /** For the headers of a request; above the keep-alive. */
  headersMs: number;
  /** For a request as a whole. */
  requestMs: number;
  /** How long a reader may read nothing of what was written to it. */
  stalledMs: number;
  /** How long a reader may take for the rest of a response that was written to its end. */
  responseMs: number;
  /** For the rest of a request that was answered before its end. */
  lingerMs: number;
  /** Pipelined requests that wait for the one before them on the same connection. */
  pipelined: number;
};

export const connectionLimits: ConnectionLimits = {
  keepAliveMs: 75_000,
  headersMs: 80_000,
  requestMs: 90_000,
  stalledMs: 30_000,
  responseMs: 120_000,
  lingerMs: 2_000,
  pipelined: 100,
};

type Exchange = { req: IncomingMessage; res: ServerResponse };

/** A connection: the request being processed, and those queued behind it. */
type Connection = { current: Exchange | undefined; waiting: Exchange[]; served: boolean };

export type Connections = ReturnType<typeof trackConnections>;

/**
 * Keeps every connection of a server within its limits. Pipelined requests are processed one after another: the
 * response of a queued request gets no event when its connection closes.
 */
export function trackConnections(server: Server, limits: ConnectionLimits, answer: (exchange: Exchange) => unknown) {
  const open = new Map<Socket, Connection>();
  const begin = createExchanges(limits, answer);

  server.on('connection', (socket) => {
    open.set(socket, { current: undefined, waiting: [], served: false });
    socket.on('error', () => undefined); // it concerns this connection alone
    socket.once('close', () => open.delete(socket));
    closeInStages(socket, () => open.get(socket)?.current?.req.complete === false);
  });

  server.on('request', (req, res) => {
    res.on('error', () => undefined); // as above
    const connection = req.socket.writable ? open.get(req.socket) : undefined;
    if (connection && !connection.current) begin(connection, { req, res });
    else if (connection && connection.waiting.length < limits.pipelined) connection.waiting.push({ req, res });
    else req.socket.destroy();
  });

  limitIdling(server, limits, (socket) => open.get(socket));

  return {
    isBusy: (socket: Socket): boolean => open.get(socket)?.current !== undefined,
    /** The responses in progress. */
    responses: (): ServerResponse[] => [...open.values()].flatMap(({ current }) => current?.res ?? []),
    /** Closes connections that never sent a byte: Node does not count them as idle. */
    destroySilent: (): void => {
      for (const socket of open.keys()) if (socket.bytesRead === 0) socket.destroy();
    },
    destroyAll: (): void => {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

/** Starts an exchange on a connection, and then the queued ones. */
function createExchanges(limits: ConnectionLimits, answer: (exchange: Exchange) => unknown) {
  return function begin(connection: Connection, exchange: Exchange): void {
    const { req, res } = exchange;
    const { socket } = req; // Node removes it from a request that has ended
    connection.current = exchange;
    res.once('prefinish', () => limitReading(socket, res, limits.responseMs));
    res.once('finish', () => limitRest(req, socket, limits.lingerMs));
    res.once('close', () => {
      connection.served = true;
      connection.current = undefined;
      const next = connection.waiting.shift();
      if (next && socket.writable) begin(connection, next);
    });
    answer(exchange);
  };
}

function limitReading(socket: Socket, res: ServerResponse, responseMs: number): void {
  if (socket.writableLength === 0) return;
  const timer = setTimeout(() => socket.destroy(), responseMs);
  res.once('close', () => clearTimeout(timer));
}

function limitIdling(
  server: Server,
  { keepAliveMs, stalledMs }: ConnectionLimits,
  connectionOf: (socket: Socket) => Connection | undefined,
): void {
  server.keepAliveTimeout = keepAliveMs;
  // Called after that time without a byte in either direction, and when the keep-alive time of an idle connection is over.
  server.setTimeout(stalledMs, (socket: Socket) => {
    const { current, served } = connectionOf(socket) ?? {};
    const stalled = socket.writableLength > 0;
    const idle = !current && served;
    if (stalled || idle) socket.destroy();
    else socket.setTimeout(stalledMs); // the response is not finished, or the limits of headers and requests apply
  });
}
