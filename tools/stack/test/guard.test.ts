import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { knownProcess } from '../src/guard/known-process.ts';
import { guardArguments } from '../src/guard/start-guard.ts';

test.skipIf(process.platform !== 'linux')(
  'a guard ends earlier processes, even if the stack is gone before it could report them',
  async () => {
    const watched = spawn('sleep', ['60']);
    await once(watched, 'spawn');
    const known = knownProcess('sleep', watched.pid ?? 0);

    spawn(process.execPath, guardArguments([known]), { stdio: 'ignore' });

    expect(await once(watched, 'exit')).toEqual([null, 'SIGTERM']);
  },
);
