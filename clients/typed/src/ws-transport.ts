import { print } from 'graphql';
import type { FormattedExecutionResult } from 'graphql-ws';
import { AsyncQueue } from './async-queue.ts';
import { errorFrom } from './close-codes.ts';
import { Unauthenticated } from './errors.ts';
import { dataOf } from './http.ts';
import type { Operation, Transport } from './transport.ts';
import { createWsConnection, type WsConnection, type WsConnectionOptions } from './ws-connection.ts';

/** One WebSocket for all streams, open while there are any. */
export function createWsTransport(options: WsConnectionOptions): Transport {
  const connection = createWsConnection(options);
  return {
    follow: async function* (followed, cancelled) {
      await options.tokens.current(); // an error of the token source is no error of the connection
      if (!cancelled.aborted) yield* follow(connection, followed, cancelled);
    },
    close: () => void connection.client.dispose(),
  };
}

async function* follow<Data, Variables>(
  { client, renewToken }: WsConnection,
  followed: Operation<Data, Variables>,
  cancelled: AbortSignal,
): AsyncGenerator<Data, void, void> {
  const results = new AsyncQueue<FormattedExecutionResult<Data, unknown>>();
  const stop = client.subscribe<Data>(requestOf(followed), {
    next: (result) => results.put(result),
    error: (error) => results.end({ error }),
    complete: () => results.end(),
  });
  const cancel = () => {
    stop();
    results.end();
  };
  cancelled.addEventListener('abort', cancel);
  try {
    for await (const result of results.read()) yield dataOf<Data>(result);
  } catch (thrown) {
    if (cancelled.aborted) return;
    const error = errorFrom(thrown);
    throw error instanceof Unauthenticated ? await renewToken(error) : error;
  } finally {
    cancelled.removeEventListener('abort', cancel);
    stop();
  }
}

/** graphql-ws subscribes again by itself after a normal closure: from the position of that moment. */
const requestOf = <Data, Variables>({ document, variables }: Operation<Data, Variables>) => ({
  query: print(document),
  get variables() {
    return variables() as Record<string, unknown>;
  },
});
