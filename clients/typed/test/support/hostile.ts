import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type ConnectOptions, connect } from '@waybill/client';
import { WebSocket } from 'ws';
import { aRestartableServer } from './restartable-server.ts';

type Behaviour = {
  request: (req: IncomingMessage, res: ServerResponse) => void;
  upgrade: (req: IncomingMessage, socket: Socket) => void;
};

/** A server that treats each connection as a test defines. */
export async function aHostileServer({ request, upgrade }: Behaviour) {
  let tries = 0;
  const open = new Set<Socket>();
  const counted = (socket: Socket | null) => {
    tries++;
    if (!socket) return;
    open.add(socket);
    for (const end of ['end', 'close']) socket.once(end, () => open.delete(socket));
    socket.on('error', () => undefined);
    socket.resume();
  };
  const server = await aRestartableServer({
    request: (req, res) => {
      counted(req.socket);
      request(req, res);
    },
    upgrade: (req, socket) => {
      counted(socket);
      upgrade(req, socket);
    },
  });
  const clients: { close: () => void }[] = [];
  return {
    tries: () => tries,
    connected: () => open.size,
    connect: (options: Partial<ConnectOptions> = {}) => {
      const client = connect({ url: server.url(), token: 't', WebSocket, pause: async () => {}, ...options });
      clients.push(client);
      return client;
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.close();
      await server.close();
    },
  };
}
