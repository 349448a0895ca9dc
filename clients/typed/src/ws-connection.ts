import { type Client, createClient } from 'graphql-ws/client';
import { errorFrom } from './close-codes.ts';
import { createDeadline } from './deadline.ts';
import { type Refused, TokenRefused, Unauthenticated, type Unavailable } from './errors.ts';
import type { Tokens } from './tokens.ts';

export type WsConnectionOptions = {
  url: string;
  tokens: Tokens;
  WebSocket: unknown;
  silenceMs: number;
  onAccepted: () => void;
  /** Asks over HTTP why no socket can be opened: a browser does not tell. Undefined when HTTP works. */
  probe: () => Promise<Refused | Unavailable | undefined>;
};

export type WsConnection = ReturnType<typeof createWsConnection>;

const longestHandshakeMs = 10_000;

/** One WebSocket, authenticated with the newest token, and closed when it receives nothing for too long. */
export function createWsConnection({ url, tokens, WebSocket, silenceMs, onAccepted, probe }: WsConnectionOptions) {
  let token = '';
  let state: 'closed' | 'connecting' | 'opened' | 'acknowledged' = 'closed';
  /** Of the socket that closed last: its streams end one after another. */
  let last = { accepted: false, opened: false, reason: undefined as ReturnType<typeof probe> | undefined };
  const pong = createDeadline(silenceMs / 2, () => client.terminate());
  const handshake = createDeadline(Math.min(silenceMs, longestHandshakeMs), () => client.terminate());
  const begin = () => {
    state = 'connecting';
    handshake.start();
  };
  const end = () => {
    if (state === 'closed') return;
    pong.stop();
    handshake.stop();
    last = { accepted: state === 'acknowledged', opened: state !== 'connecting', reason: undefined };
    state = 'closed';
  };

  const client: Client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: withoutUncaughtErrors(WebSocket),
    connectionParams: async () => {
      token = await tokens.current();
      return { authorization: `Bearer ${token}` };
    },
    retryAttempts: 0, // each stream retries by itself, from its own position
    keepAlive: silenceMs / 2,
    on: {
      connecting: begin,
      opened: () => {
        state = 'opened';
      },
      connected: () => {
        state = 'acknowledged';
        handshake.stop();
        onAccepted();
      },
      ping: (received) => (received ? undefined : pong.start()),
      pong: pong.stop,
      error: end,
      closed: end,
    },
  });

  /** The error of a stream that was told this. */
  const failureFrom = async (thrown: unknown): Promise<Error> => {
    const said = errorFrom(thrown);
    if (state === 'closed' && !last.opened) last.reason ??= probe();
    const error = (await last.reason) ?? said;
    if (!(error instanceof Unauthenticated)) return error;
    const refused = token === '' ? await tokens.current() : token;
    const { accepted } = last;
    if (state === 'acknowledged') client.terminate(); // a result refused the token, and the socket is still authenticated with it
    await tokens.refused(refused);
    return new TokenRefused(error, accepted || last.accepted);
  };

  return {
    client,
    failureFrom,
    /** Gives up a socket that nobody waits for. */
    leave: () => {
      if (state === 'connecting' || state === 'opened') client.terminate();
    },
    close: () => {
      if (state !== 'closed') client.terminate();
      void client.dispose();
    },
  };
}

type WebSocketClass = new (url: string, protocols?: string | string[]) => EventTarget;

/** A socket that is given up during its handshake has an error that nobody listens for any more: `ws` would throw it. */
const withoutUncaughtErrors = (given: unknown) =>
  class extends (given as WebSocketClass) {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('error', () => undefined);
    }
  };
