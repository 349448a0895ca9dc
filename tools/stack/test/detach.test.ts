import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aTestStack } from './test-stack.ts';

const detach = fileURLToPath(new URL('../src/detach.ts', import.meta.url));

const detached = (env: Record<string, string>) =>
  new Promise<{ failed: boolean; stderr: string }>((resolve) =>
    execFile(
      ...([process.execPath, ['--import', 'tsx', detach], { env: { PATH: process.env.PATH, ...env } }] as const),
      (error, _, stderr) => resolve({ failed: error !== null, stderr }),
    ),
  );

test('a second start in the background reports the running stack, and leaves its log unchanged', async () => {
  await using stage = await aTestStack();
  await stage.hold();
  await mkdir(join(stage.stateDir, 'logs'));
  const log = join(stage.stateDir, 'logs', 'stack.log');
  await writeFile(log, 'of the one that runs');

  const { failed, stderr } = await detached({ WAYBILL_STATE_DIR: stage.stateDir });

  expect([failed, stderr]).toEqual([
    true,
    `A stack runs already in ${stage.stateDir} (process ${process.pid}): stop it, or choose another WAYBILL_STATE_DIR\n`,
  ]);
  expect(await readFile(log, 'utf8')).toBe('of the one that runs');
});

test('a start in the background with an invalid setting reports it in one line', async () => {
  const { failed, stderr } = await detached({ WAYBILL_STATE_DRI: 'elsewhere' });

  expect([failed, stderr]).toEqual([true, 'WAYBILL_STATE_DRI: is no setting; WAYBILL_STATE_DIR is the nearest\n']);
});
