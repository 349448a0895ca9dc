import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';

test.each([
  ['the chaos service', '../services/chaos/src/main.ts'],
  ['the order book', '../services/order-book/src/main.ts'],
  ['a worker', '../worker/src/main.ts'],
])(
  '%s that waits for a silent neighbour at its start goes when it is told to',
  async (_, file) => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const child = fork(new URL(file, import.meta.url), {
      execArgv: ['--import', 'tsx'],
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
