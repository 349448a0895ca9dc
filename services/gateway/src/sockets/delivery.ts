import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Delivery } from '../operations/delivery.ts';

/** A reader is slow who has left this much unread. */
const unreadBytes = 64 * 1024;

/** Sends an operation's results as `graphql-transport-ws` frames them, without serializing a result once more. */
export function deliveryTo(socket: WebSocket, connection: Socket, operationId: string): Delivery {
  const head = `{"id":${JSON.stringify(operationId)},"type":"next","payload":`;
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(`${head}${text}}`);
    },
    isSlow: () => socket.bufferedAmount > unreadBytes,
    whenFree: (then) => void connection.once('drain', then),
  };
}
