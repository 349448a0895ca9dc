import { once } from 'node:events';
import type { WebSocket } from 'ws';

/** Sends all messages, and returns the code with which the socket was closed. */
export async function closing(socket: WebSocket, messages: unknown[]): Promise<number> {
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  await once(socket, 'open');
  for (const message of messages) {
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    if (message === messages[0] && messages.length > 1) await Promise.race([once(socket, 'message'), closed]);
  }
  const [code] = await closed;
  return code as number;
}

/** Authenticates, and waits for the acknowledgement. */
export async function acknowledged(socket: WebSocket, init: object): Promise<void> {
  if (socket.readyState !== socket.OPEN) await once(socket, 'open');
  socket.send(JSON.stringify(init));
  await once(socket, 'message');
}
