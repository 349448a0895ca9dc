import { type Client, createClient } from 'graphql-ws';
import { TokenRefused, type Unauthenticated } from './errors.ts';
import type { Tokens } from './tokens.ts';

export type WsConnectionOptions = { url: string; tokens: Tokens; WebSocket: unknown; silenceMs: number };

export type WsConnection = ReturnType<typeof createWsConnection>;

/** One WebSocket, authenticated with the newest token, and closed when it receives nothing for too long. */
export function createWsConnection({ url, tokens, WebSocket, silenceMs }: WsConnectionOptions) {
  let token = '';
  let acknowledged = false;
  /** Of the socket that closed last: its streams end one after another. */
  let hadBeenAccepted = false;
  const pong = createDeadline(silenceMs / 2, () => client.terminate());

  const client: Client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: async () => {
      token = await tokens.current();
      return { authorization: `Bearer ${token}` };
    },
    retryAttempts: 0, // each stream retries by itself, from its own position
    connectionAckWaitTimeout: silenceMs,
    keepAlive: silenceMs / 2,
    on: {
      connected: () => {
        acknowledged = true;
      },
      ping: (received) => (received ? undefined : pong.start()),
      pong: pong.stop,
      closed: () => {
        pong.stop();
        hadBeenAccepted = acknowledged;
        acknowledged = false;
      },
    },
  });

  const renewToken = async (error: Unauthenticated): Promise<TokenRefused> => {
    const refused = token;
    if (acknowledged) client.terminate(); // a result refused the token, and the socket is still authenticated with it
    await tokens.refused(refused);
    return new TokenRefused(error, hadBeenAccepted);
  };

  return { client, renewToken };
}

function createDeadline(ms: number, onPassed: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start: () => {
      timer = setTimeout(onPassed, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
