import { type Client, createClient } from 'graphql-ws/client';
import type { Tokens } from '../http/tokens.ts';
import { errorFrom } from '../protocol/close-codes.ts';
import { type Refused, TokenRefused, Unauthenticated, type Unavailable } from '../protocol/errors.ts';
import { createDeadline } from '../timing/deadline.ts';

export type WsConnectionOptions = {
  url: string;
  tokens: Tokens;
  WebSocket: unknown;
  silenceMs: number;
  onAccepted: () => void;
  /** Asks over HTTP why no socket can be opened, because a browser does not say. Undefined when HTTP works. */
  probe: () => Promise<Refused | Unavailable | undefined>;
};

export type WsConnection = ReturnType<typeof createWsConnection>;

const longestHandshakeMs = 10_000;

/** One WebSocket, authenticated with the newest token, and closed when it has received nothing for too long. */
export function createWsConnection({ url, tokens, WebSocket, silenceMs, onAccepted, probe }: WsConnectionOptions) {
  let token = '';
  const socket = createLifecycle(silenceMs, () => client.terminate(), onAccepted);
  const client: Client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: withoutUncaughtErrors(WebSocket),
    connectionParams: async () => {
      token = await tokens.current();
      return { authorization: `Bearer ${token}` };
    },
    retryAttempts: 0, // each stream retries by itself, from its own position
    keepAlive: silenceMs / 2,
    on: socket.on,
  });

  /** Returns the error of a stream for this message. */
  const failureFrom = async (thrown: unknown): Promise<Error> => {
    const { last } = socket;
    if (socket.state === 'closed' && !last.opened) last.reason ??= probe();
    const error = (await last.reason) ?? errorFrom(thrown);
    if (!(error instanceof Unauthenticated)) return error;
    const refused = token === '' ? await tokens.current() : token;
    if (socket.state === 'acknowledged') client.terminate(); // a result refused the token of this socket
    await tokens.refused(refused);
    return new TokenRefused(error, last.accepted || socket.last.accepted);
  };

  return {
    client,
    failureFrom,
    /** Abandons a socket that no stream waits for. */
    leave: () => {
      if (socket.state === 'connecting' || socket.state === 'opened') client.terminate();
    },
    close: () => {
      if (socket.state !== 'closed') client.terminate();
      void client.dispose();
    },
  };
}

type Socket = {
  state: 'closed' | 'connecting' | 'opened' | 'acknowledged';
  /** Of the socket that closed last, whose streams end one after another. */
  last: { accepted: boolean; opened: boolean; reason: ReturnType<WsConnectionOptions['probe']> | undefined };
};

/** The progress of the current socket and of the previous one, with deadlines for the handshake and for each pong. */
function createLifecycle(silenceMs: number, terminate: () => void, onAccepted: () => void) {
  const socket: Socket = { state: 'closed', last: { accepted: false, opened: false, reason: undefined } };
  const pong = createDeadline(silenceMs / 2, terminate);
  const handshake = createDeadline(Math.min(silenceMs, longestHandshakeMs), terminate);
  const end = () => {
    if (socket.state === 'closed') return;
    pong.stop();
    handshake.stop();
    const { state } = socket;
    socket.last = { accepted: state === 'acknowledged', opened: state !== 'connecting', reason: undefined };
    socket.state = 'closed';
  };
  const on = {
    connecting: () => {
      socket.state = 'connecting';
      handshake.start();
    },
    opened: () => {
      socket.state = 'opened';
    },
    connected: () => {
      socket.state = 'acknowledged';
      handshake.stop();
      onAccepted();
    },
    ping: (received: boolean) => (received ? undefined : pong.start()),
    pong: pong.stop,
    error: end,
    closed: end,
  };
  return Object.assign(socket, { on });
}

type WebSocketClass = new (url: string, protocols?: string | string[]) => EventTarget;

/** A socket that is abandoned during its handshake emits an error without a listener, which `ws` would throw. */
const withoutUncaughtErrors = (given: unknown) =>
  class extends (given as WebSocketClass) {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('error', () => undefined);
    }
  };
