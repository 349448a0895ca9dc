import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Connection = { client: Socket; gateway: Socket };

export type Way = Awaited<ReturnType<typeof aWay>>;

/** A way to one gateway after the other, at an address that stays, whose connections break as a test tells them to. */
export async function aWay() {
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
    /** Leads to a gateway from now on, or nowhere. */
    leadTo: (url: string | undefined) => {
      port = url === undefined ? undefined : Number(new URL(url).port);
    },
    /** The clients are cut off, and the gateway is told nothing of it. */
    vanish: () =>
      each((connection) => {
        connections.delete(connection);
        vanished.push(connection.gateway);
        connection.gateway.unpipe();
        connection.client.destroy();
      }),
    /** Both ends are told. */
    hangUp: () => each(({ gateway }) => gateway.destroy()),
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
