import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Delivery } from '../../execution/result-stream.ts';
import { frameBeginning } from './frame.ts';

/** A client is slow when this much is unread. */
export const unreadBytes = 64 * 1024;

/**
 * Sends an operation's results as `next` messages. All bytes of a frame that are the same for all subscribers are one shared
 * buffer; the operation's id comes last. The frames of `ws` itself are not fragmented, because nothing is compressed, so that
 * none of them comes in between.
 *
 * A fast path past `ws`, with `frame.ts`: it saves one serialization and one copy of each message for each subscriber, as
 * `npm run bench -- gateway fan-out` measures. Delete both when `ws` sends a shared prefix within that bench's line.
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

/** The ids of operations have few lengths; a frame for another length is made anew. */
const maxLengths = 4;
const made = new WeakMap<Buffer, Map<number, Buffer>>();
const [beforeResult, afterResult] = [Buffer.from('{"type":"next","payload":'), Buffer.from(',"id":')];

/** A frame without its last bytes, made once for ends of the same length. */
function beginning(result: Buffer, endLength: number): Buffer {
  const beginnings = made.get(result) ?? new Map<number, Buffer>();
  const known = beginnings.get(endLength);
  if (known) return known;
  const frame = frameBeginning(Buffer.concat([beforeResult, result, afterResult]), endLength);
  if (beginnings.size >= maxLengths) beginnings.clear();
  made.set(result, beginnings.set(endLength, frame));
  return frame;
}
