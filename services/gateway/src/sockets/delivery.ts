import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Delivery } from '../operations/results.ts';
import { frameBeginning } from './frame.ts';

/** A reader is slow who has left this much unread. */
const unreadBytes = 64 * 1024;

/**
 * Sends an operation's results as `graphql-transport-ws` frames them. The bytes of a result go to every reader as they are,
 * not copied, behind a beginning of their own. The socket's own frames are whole as well, for nothing is compressed, so
 * none comes between.
 */
export function deliveryTo(socket: WebSocket, connection: Socket, operationId: string): Delivery {
  const head = Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`);
  return {
    send: (bytes) => {
      if (socket.readyState !== socket.OPEN) return;
      const rest = closed(bytes);
      connection.cork();
      connection.write(frameBeginning(head, rest.length));
      connection.write(rest);
      connection.uncork();
    },
    isSlow: () => socket.bufferedAmount > unreadBytes,
    whenFree: (then) => void connection.once('drain', then),
  };
}

const made = new WeakMap<Buffer, Buffer>();
const closingBrace = Buffer.from('}');

/** The result and the brace that closes its message, put together once for all who read it. */
function closed(result: Buffer): Buffer {
  const known = made.get(result);
  if (known) return known;
  const whole = Buffer.concat([result, closingBrace]);
  made.set(result, whole);
  return whole;
}
