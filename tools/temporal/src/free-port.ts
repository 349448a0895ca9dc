import { createServer } from 'node:net';

/** A port of loopback that nobody listens on just now. */
export const freePort = (): Promise<number> => listenBriefly(0);

/** Whether one could listen there. */
export const portIsFree = (port: number): Promise<boolean> =>
  listenBriefly(port).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      return false;
    },
  );

function listenBriefly(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') throw new Error('A TCP server has a port');
      probe.close(() => resolve(address.port));
    });
  });
}
