import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Connection = { client: Socket; gateway: Socket };

export type TcpProxy = Awaited<ReturnType<typeof aTcpProxy>>;

/** A proxy at a fixed address, in front of one gateway after the other, whose connections a test can cut. */
export async function aTcpProxy() {
  const connections = new Set<Connection>();
  let port: number | undefined;
  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (port === undefined) client.destroy();
    else join(client, port, connections);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const each = (breaking: (connection: Connection) => void) => {
    for (const connection of [...connections]) breaking(connection);
  };
  const vanished: Socket[] = [];
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    /** Forwards new connections to this gateway from now on; without one, they are refused. */
    forwardTo: (url: string | undefined) => {
      port = url === undefined ? undefined : Number(new URL(url).port);
    },
    /** Cuts the clients off without telling the gateway. */
    cutSilently: () =>
      each((connection) => {
        connections.delete(connection);
        vanished.push(connection.gateway);
        connection.gateway.unpipe();
        connection.client.destroy();
      }),
    /** Closes both ends of each connection. */
    cut: () => each(({ gateway }) => gateway.destroy()),
    close: async () => {
      for (const gateway of vanished) gateway.destroy();
      each(({ gateway }) => gateway.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

function join(client: Socket, port: number, connections: Set<Connection>): void {
  const gateway = connect(port, '127.0.0.1').on('error', () => undefined);
  const connection = { client, gateway };
  connections.add(connection);
  gateway.on('close', () => {
    connections.delete(connection);
    client.destroy();
  });
  client.on('close', () => connections.has(connection) && gateway.destroy());
  client.pipe(gateway).pipe(client);
}
