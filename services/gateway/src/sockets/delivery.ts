import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Delivery } from '../operations/results.ts';

const asText = { binary: false };

/** A reader is slow who has left this much unread. */
const unreadBytes = 64 * 1024;

/** Sends an operation's results as `graphql-transport-ws` frames them, without serializing or encoding a result once more. */
export function deliveryTo(socket: WebSocket, connection: Socket, operationId: string): Delivery {
  const head = Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`);
  return {
    send: (bytes) => {
      if (socket.readyState === socket.OPEN) socket.send(framed(head, bytes), asText);
    },
    isSlow: () => socket.bufferedAmount > unreadBytes,
    whenFree: (then) => void connection.once('drain', then),
  };
}

/** `head`, the result, and the brace that closes the message. */
function framed(head: Buffer, result: Buffer): Buffer {
  const message = Buffer.allocUnsafe(head.length + result.length + 1);
  message.set(head);
  message.set(result, head.length);
  message[message.length - 1] = closingBrace;
  return message;
}

const closingBrace = 0x7d;
