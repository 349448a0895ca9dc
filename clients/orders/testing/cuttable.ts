import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A connection to the engine that can be cut and restored. */
export type Cuttable = { address: string; cut: () => void; mend: () => void; close: () => Promise<void> };

export async function cuttable(target: string): Promise<Cuttable> {
  const [host, port] = target.split(':');
  const sockets = new Set<Socket>();
  let open = true;
  const server = createServer((here) => {
    if (!open) return here.destroy();
    const there = connect(Number(port), host);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    open = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      open = true;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
