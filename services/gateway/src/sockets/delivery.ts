import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Delivery } from '../operations/results.ts';
import { textFrame } from './frame.ts';

/** A reader is slow who has left this much unread. */
const unreadBytes = 64 * 1024;

const closingBrace = Buffer.from('}');

/**
 * Sends an operation's results as `graphql-transport-ws` frames them, without serializing or encoding a result once more.
 * A frame goes to the connection whole, in one piece of memory: for very many readers that is half of the work. The
 * socket's own frames are whole as well, for nothing is compressed, so none comes between.
 */
export function deliveryTo(socket: WebSocket, connection: Socket, operationId: string): Delivery {
  const head = Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`);
  return {
    send: (bytes) => {
      if (socket.readyState === socket.OPEN) connection.write(textFrame(head, bytes, closingBrace));
    },
    isSlow: () => socket.bufferedAmount > unreadBytes,
    whenFree: (then) => void connection.once('drain', then),
  };
}
