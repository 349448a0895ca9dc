import { type Answer, dataOf } from '../http/http.ts';
import { Refused } from '../protocol/errors.ts';
import { abortable } from '../timing/abort.ts';
import type { Operation, Transport } from './transport.ts';
import { createWsConnection, type WsConnection, type WsConnectionOptions } from './ws-connection.ts';

/** The gateway allows 100 operations per socket, and 50 sockets per user. */
const operationsPerSocket = 90;
const mostSockets = 40;

type Pooled = { connection: WsConnection; operations: number };

/** Opens as few WebSockets as the streams need, each open while it has a stream. */
export function createWsTransport(options: WsConnectionOptions): Transport {
  const pool: Pooled[] = [];
  const withRoom = (): Pooled => {
    const pooled = pool.find(({ operations }) => operations < operationsPerSocket);
    if (pooled) return pooled;
    if (pool.length === mostSockets) throw new Refused('TOO_MANY_STREAMS', tooMany);
    const added = { connection: createWsConnection(options), operations: 0 };
    pool.push(added);
    return added;
  };

  return {
    async subscribe(operation, deliver, signal) {
      await abortable(options.tokens.current(), signal); // an error of the token source is not an error of the connection
      const pooled = withRoom();
      pooled.operations++;
      try {
        await follow(pooled.connection, operation, deliver, signal);
      } finally {
        pooled.operations--;
        if (pooled.operations === 0) pooled.connection.leave();
      }
    },
    close() {
      for (const { connection } of pool) connection.close();
    },
  };
}

const tooMany = `One client follows at most ${operationsPerSocket * mostSockets} streams at a time`;

async function follow<Data>(
  { client, failureFrom }: WsConnection,
  operation: Operation,
  deliver: (data: Data) => void,
  signal: AbortSignal,
): Promise<void> {
  let stop = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    const next = (result: object) => {
      try {
        deliver(dataOf(result as Answer<Data>));
      } catch (error) {
        reject(error);
      }
    };
    stop = client.subscribe(requestOf(operation), { next, error: reject, complete: resolve });
  });
  try {
    await abortable(ended, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    throw await abortable(failureFrom(thrown), signal);
  } finally {
    stop();
  }
}

/** After a normal closure graphql-ws resubscribes by itself, from its position at that moment. */
const requestOf = ({ query, variables }: Operation) => ({
  query,
  get variables() {
    return variables() as Record<string, unknown>;
  },
});
