import { print } from 'graphql';
import { type Client, createClient, type FormattedExecutionResult } from 'graphql-ws';
import { AsyncQueue } from './async-queue.ts';
import { errorFrom } from './close-codes.ts';
import { TokenRefused, Unauthenticated } from './errors.ts';
import { dataOf } from './http.ts';
import type { Tokens } from './tokens.ts';
import type { Operation, Transport } from './transport.ts';

type WsTransportOptions = { url: string; tokens: Tokens; WebSocket: unknown; silenceMs: number };

/** One WebSocket for all streams, open while there are any. */
export function createWsTransport({ url, tokens, WebSocket, silenceMs }: WsTransportOptions): Transport {
  let token = '';
  let acknowledged = false;
  /** Of the socket that closed last: its streams end one after another. */
  let hadBeenAccepted = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

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
      ping: (received) => {
        if (!received) silence = setTimeout(() => client.terminate(), silenceMs / 2);
      },
      pong: () => clearTimeout(silence),
      closed: () => {
        clearTimeout(silence);
        hadBeenAccepted = acknowledged;
        acknowledged = false;
      },
    },
  });

  const renewing = async (error: Unauthenticated): Promise<TokenRefused> => {
    const refused = token;
    if (acknowledged) client.terminate(); // a result refused the token, and the socket is still authenticated with it
    await tokens.refused(refused);
    return new TokenRefused(error, hadBeenAccepted);
  };

  const follow: Transport['follow'] = async function* <Data, Variables>(
    followed: Operation<Data, Variables>,
    cancelled: AbortSignal,
  ): AsyncGenerator<Data, void, void> {
    await tokens.current(); // an error of the token source is no error of the connection
    if (cancelled.aborted) return;
    const answers = new AsyncQueue<FormattedExecutionResult<Data, unknown>>();
    const asked = {
      query: print(followed.document),
      // graphql-ws subscribes again by itself after a normal closure: from this position.
      get variables() {
        return followed.variables() as Record<string, unknown>;
      },
    };
    const stop = client.subscribe<Data>(asked, {
      next: (answer) => answers.put(answer),
      error: (error) => answers.end({ error }),
      complete: () => answers.end(),
    });
    const cancel = () => {
      stop();
      answers.end();
    };
    cancelled.addEventListener('abort', cancel);
    try {
      for await (const answer of answers.read()) yield dataOf<Data>(answer);
    } catch (thrown) {
      if (cancelled.aborted) return;
      const error = errorFrom(thrown);
      throw error instanceof Unauthenticated ? await renewing(error) : error;
    } finally {
      cancelled.removeEventListener('abort', cancel);
      stop();
    }
  };

  return { follow, close: () => void client.dispose() };
}
