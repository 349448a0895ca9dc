import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const leaving = new URL('../src/start/leaving.ts', import.meta.url);

/** Brings up a stack that says so when it is stopped, and has nothing else to do. */
const script = `
  import { stopsWithThisProcess } from '${leaving.href}';
  stopsWithThisProcess({ stop: async () => console.log('stopped') });
  setInterval(() => {}, 1_000);
  process.send('ready');
`;

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'ending a process by %s ends the stack that it started',
  async (signal) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const output = text(child.stdout as Readable);
    await once(child, 'message');

    child.kill(signal);

    expect(await output).toBe('stopped\n');
  },
);
