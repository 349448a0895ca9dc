import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Pace } from '../../execution/pace.ts';
import type { Delivery } from '../../execution/result-stream.ts';

/** A client is slow when this much is unread. */
export const unreadBytes = 64 * 1024;

/**
 * Sends an operation's results as `next` messages, each in two fragments: the first is one buffer for all subscribers of the
 * result, the second ends with the operation's id. Both are sent at once, so that no other message comes in between.
 *
 * A fast path: it saves one serialization and one copy of each message for each subscriber, as
 * `npm run bench -- gateway fan-out` measures. Delete it when graphql-ws can send a serialized payload.
 */
export function createDelivery(socket: WebSocket, connection: Socket, operationId: string, pace: Pace): Delivery {
  const end = Buffer.from(`${JSON.stringify(operationId)}}`);
  return {
    send: (result) => {
      if (socket.readyState !== socket.OPEN) return;
      connection.cork();
      socket.send(beginningWith(result), { binary: false, fin: false });
      socket.send(end, { binary: false, fin: true });
      connection.uncork();
      pace.sent();
    },
    isSlow: () => pace.isExceeded || isFull(connection),
    onDrain: (then) => {
      const drained = () => (isFull(connection) ? void connection.once('drain', then) : then());
      if (pace.isExceeded) pace.onRefill(drained);
      else connection.once('drain', then);
    },
    pace,
  };
}

const isFull = ({ writableLength }: Socket): boolean => writableLength > unreadBytes;

const beginnings = new WeakMap<Buffer, Buffer>();
const [beforeResult, afterResult] = [Buffer.from('{"type":"next","payload":'), Buffer.from(',"id":')];

function beginningWith(result: Buffer): Buffer {
  const beginning = beginnings.get(result) ?? Buffer.concat([beforeResult, result, afterResult]);
  beginnings.set(result, beginning);
  return beginning;
}
