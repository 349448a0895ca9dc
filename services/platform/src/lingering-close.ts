import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Node hangs up behind a last response; a client that is still sending is then reset, and may lose what it was answered. So the
 * connection is closed in stages (RFC 9112 §9.6): this end first, and all of it when the limit for the rest is over.
 */
export function closeInStages(socket: Socket, isUnread: () => boolean): void {
  const destroySoon = socket.destroySoon.bind(socket);
  socket.destroySoon = () => (isUnread() ? socket.end() : destroySoon());
}

/** Hangs up on who is still sending a request that was answered. */
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
