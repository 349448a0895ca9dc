import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Handlers = {
  request: (req: IncomingMessage, res: ServerResponse) => void;
  upgrade: (req: IncomingMessage, socket: Socket, head: Buffer) => void;
};

/** A server that can stop, with all its connections, and start again at the same port. */
export async function aRestartableServer({ request, upgrade }: Handlers) {
  const sockets = new Set<Socket>();
  let port = 0;
  let server: Server | undefined;

  const open = async () => {
    server = createServer(request).on('upgrade', upgrade);
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const close = async () => {
    const closing = server;
    server = undefined;
    if (!closing) return;
    closing.close();
    hangUp();
    await once(closing, 'close');
  };

  await open();
  return { url: () => `http://127.0.0.1:${port}/graphql`, open, close, hangUp };
}
