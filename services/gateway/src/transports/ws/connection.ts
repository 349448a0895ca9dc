import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { CloseCode, MessageType, type makeServer, type PongMessage, stringifyMessage } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { variablesRefusal } from '../../execution/limits/input.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import { Pace } from '../../execution/pace.ts';
import { createAdmission } from './admission.ts';
import { closeCodes } from './authentication.ts';
import { unreadBytes } from './delivery.ts';
import type { createKeepAlive } from './keep-alive.ts';
import type { Peer } from './peer.ts';
import { Reading } from './reading.ts';
import { type Message, RunningOperations } from './running-operations.ts';

type ConnectionOptions = {
  protocol: ReturnType<typeof makeServer<Record<string, unknown>, Peer>>;
  keepAlive: ReturnType<typeof createKeepAlive>;
  /** Closes a socket whose token has expired. */
  expire: (socket: WebSocket) => void;
  limits: Limits;
  now: () => Date;
  onFault: (error: unknown) => void;
};

/** Runs the protocol on a socket until it closes. */
export function createConnectionHandler(options: ConnectionOptions) {
  const { protocol, keepAlive, onFault } = options;
  const createMessageHandler = createMessageHandlers(options);

  return (socket: WebSocket, connection: Socket, headers: IncomingHttpHeaders): void => {
    connection.setMaxListeners(0); // each of its operations may wait for the socket to drain
    socket.on('error', () => undefined); // ws closes the socket itself, with the code that fits
    const running = new RunningOperations((id) =>
      socket.close(CloseCode.SubscriberAlreadyExists, shortened(`Subscriber for ${id} already exists`)),
    );
    const [heartbeat, reading] = [keepAlive.watch(socket), new Reading(socket)];
    const peer: Peer = { socket, connection, headers, running, heartbeat, reading, pace: new Pace() };
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => send(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: createMessageHandler(peer),
        onPing: (payload) => send(socket, stringifyMessage(pong(payload))),
      },
      peer,
    );
    socket.once('close', (code, reason) => {
      void Promise.resolve(closed(code, String(reason))).catch(onFault);
    });
  };
}

/** Passes messages to the protocol: rate-limited, and in order for each operation. */
function createMessageHandlers({ expire, limits, now, onFault }: ConnectionOptions) {
  const admissionOf = createAdmission(limits.messagesPerSecond, now);
  /** Messages after the token's expiry, or after the socket began to close, are ignored. */
  const isOpen = ({ socket, heartbeat }: Peer): boolean => {
    if (socket.readyState !== socket.OPEN) return false;
    if (heartbeat.endsAt > now().getTime()) return true;
    expire(socket);
    return false;
  };

  return (peer: Peer) => {
    const { socket, running } = peer;
    const isAdmitted = admissionOf(peer);
    const failed = (error: unknown) => {
      onFault(error);
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    };
    return (handle: (text: string) => Promise<void>) =>
      socket.on('message', (data) => {
        if (!isOpen(peer)) return;
        if (!isAdmitted()) return socket.close(closeCodes.tooManyMessages, 'Too many messages');
        const text = textOf(data);
        const header = headerOf(text);
        if (isOfServer(header)) return socket.close(CloseCode.BadRequest, 'Invalid message received');
        running.handle(header, async () => (isOpen(peer) ? handle(text) : undefined)).catch(failed);
        pauseUntilDrained(peer);
      });
  };
}

/** Backpressure: stops reading from a client that does not read. */
function pauseUntilDrained({ connection, reading }: Peer): void {
  if (reading.isPaused || connection.writableLength <= unreadBytes) return;
  reading.pauseUntil((resume) => connection.once('drain', resume));
}

/** A payload that is too deep or too long is not sent back. */
const pong = (payload: PongMessage['payload']): PongMessage =>
  payload && !variablesRefusal(payload) ? { type: MessageType.Pong, payload } : { type: MessageType.Pong };

/** Type and id of a message; graphql-ws checks the rest of it. */
function headerOf(text: string): Message {
  try {
    const { type, id } = (JSON.parse(text) ?? {}) as Partial<Message>;
    return { type, id };
  } catch {
    return { type: undefined, id: undefined };
  }
}

/** Only a server sends these types; graphql-ws throws where a client does. */
const ofServer: readonly unknown[] = [MessageType.ConnectionAck, MessageType.Next, MessageType.Error];
const isOfServer = ({ type }: Message): boolean => ofServer.includes(type);

/** A reason has 123 bytes at most, RFC 6455 §5.5. */
const shortened = (reason: string): string => (Buffer.byteLength(reason) > 123 ? 'Subscriber already exists' : reason);

/**
 * Resolves when the operating system has accepted the bytes: the next result is computed only then. A client that has gone
 * is no fault: what was on its way to it is dropped.
 */
const send = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, () => resolve());
  });

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
