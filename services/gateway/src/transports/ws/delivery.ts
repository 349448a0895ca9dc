import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Delivery } from '../../execution/result-stream.ts';
import { frameBeginning } from './frame.ts';

/** A client is slow when this much is unread. */
export const unreadBytes = 64 * 1024;

/**
 * Sends an operation's results as `graphql-transport-ws` frames them. What is the same for all who read a result is one
 * piece of memory for all of them, and the operation's id comes last. The socket's own frames are whole as well, for
 * nothing is compressed, so none comes between.
 */
export function createDelivery(socket: WebSocket, connection: Socket, operationId: string): Delivery {
  const end = Buffer.from(`${JSON.stringify(operationId)}}`);
  return {
    send: (result) => {
      if (socket.readyState !== socket.OPEN) return;
      connection.cork();
      connection.write(beginning(result, end.length));
      connection.write(end);
      connection.uncork();
    },
    isSlow: () => connection.writableLength > unreadBytes,
    onDrain: (then) => void connection.once('drain', then),
  };
}

/** Clients name their operations in few lengths; a frame of another length is made anew. */
const lengthsRemembered = 4;
const made = new WeakMap<Buffer, Map<number, Buffer>>();
const [beforeResult, afterResult] = [Buffer.from('{"type":"next","payload":'), Buffer.from(',"id":')];

/** All of a frame but its last bytes, made once for ends of the same length. */
function beginning(result: Buffer, endLength: number): Buffer {
  const beginnings = made.get(result) ?? new Map<number, Buffer>();
  const known = beginnings.get(endLength);
  if (known) return known;
  const frame = frameBeginning(Buffer.concat([beforeResult, result, afterResult]), endLength);
  if (beginnings.size >= lengthsRemembered) beginnings.clear();
  made.set(result, beginnings.set(endLength, frame));
  return frame;
}
