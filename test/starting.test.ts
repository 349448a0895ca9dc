import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { bundledPrograms } from '@waybill/bundles';
import { expect, test } from 'vitest';

test.each([
  ['the chaos service', 'chaos'],
  ['the order book', 'order-book'],
  ['a worker', 'worker'],
] as const)(
  '%s that waits for a silent neighbour at its start stops when it is told to',
  async (_, program) => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const child = fork((await bundledPrograms())[program], {
      env: { ...process.env, DATABASE_URL: `postgres://127.0.0.1:${port}/x`, TEMPORAL_ADDRESS: `127.0.0.1:${port}` },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    await once(silent, 'connection');

    child.kill('SIGTERM');

    expect(await ended).toEqual([0, null]);
    silent.close();
  },
  60_000,
);
