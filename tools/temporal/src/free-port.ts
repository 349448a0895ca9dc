import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that a system gives out itself (32768 and more on Linux, 49152 elsewhere): the engine opens some of
 * those for its own parts, and every call to anybody takes one for a while.
 */
const [lowest, highest] = [10_000, 32_000];
const reserved = new Set<number>();

/** A free port of loopback that was not given out before in this process. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const port = randomInt(lowest, highest);
    if (reserved.has(port) || !(await portIsFree(port))) continue;
    reserved.add(port);
    return port;
  }
  throw new Error(`No port from ${lowest} to ${highest} is free`);
}

/** Whether one could listen there. */
export const portIsFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  listenBriefly(port, host).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      return false;
    },
  );

function listenBriefly(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
