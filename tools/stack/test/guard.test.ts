import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { knownProcess } from '../src/guard/known-process.ts';

const guard = fileURLToPath(new URL('../src/guard/guard.ts', import.meta.url));

test.skipIf(process.platform !== 'linux')(
  'a guard ends earlier processes, even if the stack is gone before it could report them',
  async () => {
    const watched = spawn('sleep', ['60']);
    await once(watched, 'spawn');
    const known = knownProcess('sleep', watched.pid ?? 0);

    spawn(process.execPath, ['--import', 'ts-blank-space/register', guard, JSON.stringify([known])], {
      stdio: 'ignore',
    });

    expect(await once(watched, 'exit')).toEqual([null, 'SIGTERM']);
  },
);
