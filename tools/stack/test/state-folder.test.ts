import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearStateFolder } from '../src/state-folder.ts';
import { aStage, eventually, isAlive } from './world.ts';

test('a second stack stays out of the folder of one that runs', async () => {
  await using stage = await aStage();
  await stage.hold();

  const second = stage.hold();

  await expect(second).rejects.toThrow(/A stack runs already in .*choose another WAYBILL_STATE_DIR/);
});

test('a stack that was stopped makes room for the next', async () => {
  await using stage = await aStage();
  const first = await stage.hold();

  first.release();
  const second = await stage.hold();

  second.release();
});

test('what a killed stack left behind is ended by the next', async () => {
  await using stage = await aStage();
  await using orphan = await aProcess();
  await stage.hold().then((folder) => folder.add('worker', orphan.pid));
  await stage.killed();

  await stage.hold();

  await eventually(() => expect(isAlive(orphan.pid)).toBe(false));
  expect(stage.said).toEqual(['Ending what an earlier stack left: worker']);
});

test('a process that only got the number of one that was left behind is let live', async () => {
  await using stage = await aStage();
  await using stranger = await aProcess();
  await stage.hold().then((folder) => folder.add('worker', stranger.pid));
  await stage.killed({ commandLines: 'node worker.js' });

  await stage.hold();

  expect(isAlive(stranger.pid)).toBe(true);
});

test('a folder that a stack has made is cleared', async () => {
  await using stage = await aStage();
  await stage.hold().then((folder) => folder.release());

  await clearStateFolder(stage.stateDir, () => undefined);

  await expect(readFile(join(stage.stateDir, 'README'))).rejects.toThrow('ENOENT');
});

test('a folder is not cleared while its stack runs', async () => {
  await using stage = await aStage();
  await stage.hold();

  const clearing = clearStateFolder(stage.stateDir, () => undefined);

  await expect(clearing).rejects.toThrow(/A stack runs already/);
});

test('a folder with other things in it is neither used nor cleared', async () => {
  await using stage = await aStage();
  await writeFile(join(stage.stateDir, 'thesis.txt'), 'years of work');

  await expect(stage.hold()).rejects.toThrow(/holds other things/);
  await expect(clearStateFolder(stage.stateDir, () => undefined)).rejects.toThrow(/nothing is cleared/);

  expect(await readFile(join(stage.stateDir, 'thesis.txt'), 'utf8')).toBe('years of work');
});

async function aProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return {
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
    },
  };
}
