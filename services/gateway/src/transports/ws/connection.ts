import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { CloseCode, MessageType, type makeServer, type PongMessage, stringifyMessage } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { variablesRefusal } from '../../execution/limits/input.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import { closeCodes } from './authentication.ts';
import { unreadBytes } from './delivery.ts';
import type { heartOf } from './keep-alive.ts';
import type { Peer } from './peer.ts';
import { paceOf } from './rate-limit.ts';
import { type Message, runningOperations } from './running-operations.ts';

type Parts = {
  protocol: ReturnType<typeof makeServer<Record<string, unknown>, Peer>>;
  heart: ReturnType<typeof heartOf>;
  /** Closes a socket whose token has expired. */
  expire: (socket: WebSocket) => void;
  limits: Limits;
  now: () => Date;
  onFault: (error: unknown) => void;
};

/** Has the protocol spoken on a socket until it closes. */
export function conversationOn({ protocol, heart, expire, limits, now, onFault }: Parts) {
  /** What comes after the token's end, or after the socket was told to close, has no effect. */
  const isHeard = ({ socket, beating }: Peer): boolean => {
    if (socket.readyState !== socket.OPEN) return false;
    if (beating.endsAt > now().getTime()) return true;
    expire(socket);
    return false;
  };

  const hearing = (peer: Peer) => {
    const { socket, running } = peer;
    const inPace = paceOf(limits.messagesPerSecond, now);
    const failed = (error: unknown) => {
      onFault(error);
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    };
    return (hear: (text: string) => Promise<void>) =>
      socket.on('message', (data) => {
        if (!isHeard(peer)) return;
        if (!inPace()) return socket.close(closeCodes.tooManyMessages, 'Too many messages');
        const text = textOf(data);
        running.hear(messageIn(text), async () => (isHeard(peer) ? hear(text) : undefined)).catch(failed);
        listenWhenRead(peer);
      });
  };

  return (socket: WebSocket, connection: Socket, headers: IncomingHttpHeaders): void => {
    connection.setMaxListeners(0); // each of its operations may wait for it to drain
    socket.on('error', () => undefined); // ws closes the socket itself, with the code that fits
    const running = runningOperations((id) =>
      socket.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id} already exists`),
    );
    const peer: Peer = { socket, connection, headers, running, beating: heart.watch(socket) };
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sent(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: hearing(peer),
        onPing: (payload) => sent(socket, stringifyMessage(pong(payload))),
      },
      peer,
    );
    socket.once('close', (code, reason) => {
      void Promise.resolve(closed(code, String(reason))).catch(onFault);
    });
  };
}

/** Of a client that does not read what it is answered, nothing more is read. */
function listenWhenRead({ socket, connection }: Peer): void {
  if (socket.isPaused || connection.writableLength <= unreadBytes) return;
  socket.pause();
  connection.once('drain', () => socket.resume());
}

/** A payload that is too deep to be written again, or too long, is not sent back. */
const pong = (payload: PongMessage['payload']): PongMessage =>
  payload && !variablesRefusal(payload) ? { type: MessageType.Pong, payload } : { type: MessageType.Pong };

/** What kind of message it is; whether it is a right one, graphql-ws finds out. */
function messageIn(text: string): Message {
  try {
    const { type, id } = (JSON.parse(text) ?? {}) as Partial<Message>;
    return { type, id };
  } catch {
    return { type: undefined, id: undefined };
  }
}

/** Resolves when the bytes are with the operating system: the next result is not made before. */
const sent = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
  });

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
