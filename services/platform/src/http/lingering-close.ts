import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Node closes the connection after a last response; a client that is still sending is then reset, and may lose the
 * response. So the connection is closed in stages (RFC 9112 §9.6): first the sending side, then all of it when the time
 * limit is over.
 */
export function closeInStages(socket: Socket, isUnread: () => boolean): void {
  const destroySoon = socket.destroySoon.bind(socket);
  socket.destroySoon = () => (isUnread() ? socket.end() : destroySoon());
}

/** Closes the connection of a client that is still sending a request that was answered. */
export function limitRest(req: IncomingMessage, socket: Socket, limitMs: number): void {
  if (req.complete) return;
  const timer = setTimeout(() => socket.destroy(), limitMs);
  const stop = () => clearTimeout(timer);
  socket.once('close', stop);
  req.once('end', () => {
    if (!socket.writable) return;
    stop();
    socket.off('close', stop); // the connection may serve any number of requests
  });
}
