import { once } from 'node:events';
import type { WebSocket } from 'ws';

/** Says all of it, and tells with which code the socket was closed. */
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

/** Introduces itself, and waits until that is taken. */
export async function acknowledged(socket: WebSocket, init: object): Promise<void> {
  if (socket.readyState !== socket.OPEN) await once(socket, 'open');
  socket.send(JSON.stringify(init));
  await once(socket, 'message');
}
