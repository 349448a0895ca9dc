import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = `
  import { openLog } from ${JSON.stringify(new URL('../src/log/log.ts', import.meta.url).href)};
  const log = openLog('test');
  for (let at = 0; at < 20_000; at++) log.info({ orderId: 'ORD-' + at }, 'answered');
  process.exitCode = 7;
`;

test('a process whose log is on a full disk continues, and reports it once', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  const output: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => output.push(text));

  const [code] = await once(child, 'close');

  expect({ code, output: output.join('') }).toEqual({
    code: 7,
    output: 'The log cannot be written: ENOSPC: no space left on device, write\n',
  });
});
