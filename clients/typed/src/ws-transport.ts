import { print } from 'graphql';
import { type Client, createClient, type FormattedExecutionResult } from 'graphql-ws';
import { errorFrom } from './close-codes.ts';
import { TokenRefused, Unauthenticated } from './errors.ts';
import { dataOf } from './http.ts';
import { Mailbox } from './mailbox.ts';
import type { Tokens } from './tokens.ts';
import type { Operation, Transport } from './transport.ts';

type WsTransportOptions = { url: string; tokens: Tokens; WebSocket: unknown; silenceMs: number };

/** One WebSocket for all streams, open while there are any. */
export function createWsTransport({ url, tokens, WebSocket, silenceMs }: WsTransportOptions): Transport {
  let token = '';
  let acknowledged = false;
  /** Of the socket that ended last: its streams learn of its end one after another. */
  let hadBeenAccepted = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const client: Client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: async () => {
      token = await tokens.current();
      return { authorization: `Bearer ${token}` };
    },
    retryAttempts: 0, // who follows knows better where to go on
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
    if (acknowledged) client.terminate(); // an answer said it, and the socket still stands for that token
    await tokens.refused(refused);
    return new TokenRefused(error, hadBeenAccepted);
  };

  const follow: Transport['follow'] = async function* <Data, Variables>(
    followed: Operation<Data, Variables>,
    left: AbortSignal,
  ): AsyncGenerator<Data, void, void> {
    await tokens.current(); // what its source throws is not the connection's fault
    if (left.aborted) return;
    const answers = new Mailbox<FormattedExecutionResult<Data, unknown>>();
    const asked = {
      query: print(followed.document),
      // graphql-ws asks again by itself after a normal closure: then, too, it goes on from here.
      get variables() {
        return followed.variables() as Record<string, unknown>;
      },
    };
    const stop = client.subscribe<Data>(asked, {
      next: (answer) => answers.put(answer),
      error: (error) => answers.end({ error }),
      complete: () => answers.end(),
    });
    const leave = () => {
      stop();
      answers.end();
    };
    left.addEventListener('abort', leave);
    try {
      for await (const answer of answers.read()) yield dataOf<Data>(answer);
    } catch (thrown) {
      if (left.aborted) return;
      const error = errorFrom(thrown);
      throw error instanceof Unauthenticated ? await renewing(error) : error;
    } finally {
      left.removeEventListener('abort', leave);
      stop();
    }
  };

  return { follow, close: () => void client.dispose() };
}
