import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearStateFolder, holdStateFolder } from '../src/state-folder/hold.ts';
import { aTestStack, eventually, isAlive } from './test-stack.ts';

test('a second stack does not use the folder of a running one', async () => {
  await using stage = await aTestStack();
  await stage.hold();

  const second = stage.hold();

  await expect(second).rejects.toThrow(/A stack runs already in .*choose another WAYBILL_STATE_DIR/);
});

test('a stopped stack releases its folder for the next', async () => {
  await using stage = await aTestStack();
  const first = await stage.hold();

  first.release();
  const second = await stage.hold();

  second.release();
});

test('the next stack ends the processes of a killed one', async () => {
  await using stage = await aTestStack();
  await using orphan = await aProcess();
  await stage.hold().then((folder) => folder.add('worker', orphan.pid));
  await stage.killed();

  await stage.hold();

  await eventually(() => expect(isAlive(orphan.pid)).toBe(false));
  expect(stage.said).toEqual(['Ending what an earlier stack left: worker']);
});

test('a process that reuses the id of an old one is not ended', async () => {
  await using stage = await aTestStack();
  await using stranger = await aProcess();
  await stage.hold().then((folder) => folder.add('worker', stranger.pid));
  await stage.killed({ identities: 'another life' });

  await stage.hold();

  expect(isAlive(stranger.pid)).toBe(true);
});

test('a folder that a stack has created is cleared', async () => {
  await using stage = await aTestStack();
  await stage.hold().then((folder) => folder.release());

  await clearStateFolder(stage.stateDir, () => undefined);

  await expect(readFile(join(stage.stateDir, '.waybill-state'))).rejects.toThrow('ENOENT');
});

test('a folder is not cleared while its stack runs', async () => {
  await using stage = await aTestStack();
  await stage.hold();

  const clearing = clearStateFolder(stage.stateDir, () => undefined);

  await expect(clearing).rejects.toThrow(/A stack runs already/);
});

test('a folder with other things in it is neither used nor cleared', async () => {
  await using stage = await aTestStack();
  await writeFile(join(stage.stateDir, 'thesis.txt'), 'years of work');

  await expect(stage.hold()).rejects.toThrow(/contains other files/);
  await expect(clearStateFolder(stage.stateDir, () => undefined)).rejects.toThrow(/nothing was cleared/);

  expect(await readFile(join(stage.stateDir, 'thesis.txt'), 'utf8')).toBe('years of work');
});

test.each([
  ['a file called README', { README: 'How to build my project' }],
  ['a file that only bears the name of our mark', { '.waybill-state': 'mine' }],
  ['the register of another', { 'stack.json': '{}' }],
])('a folder with %s is neither used nor cleared', async (_, files) => {
  await using stage = await aTestStack();
  for (const [name, content] of Object.entries(files)) await writeFile(join(stage.stateDir, name), content);

  await expect(stage.hold()).rejects.toThrow(/contains other files/);
  await expect(clearStateFolder(stage.stateDir, () => undefined)).rejects.toThrow(/nothing was cleared/);

  for (const [name, content] of Object.entries(files)) {
    expect(await readFile(join(stage.stateDir, name), 'utf8')).toBe(content);
  }
});

test.each([
  ['in a place that takes none', '/proc/a/b', 'WAYBILL_STATE_DIR: must be writable; /proc/a is not: ENOENT'],
  ['that is a file', '/etc/hostname', 'WAYBILL_STATE_DIR: must be a folder, and /etc/hostname is not one'],
  ['inside a file', '/etc/hostname/state', 'WAYBILL_STATE_DIR: must be writable; /etc/hostname/state is not: ENOTDIR'],
])('a state folder %s is refused in one line that names the setting', async (_, folder, line) => {
  const holding = holdStateFolder(folder, () => undefined);

  await expect(holding).rejects.toThrow(new RegExp(`^${line}[^\\n]*$`));
});

test('files of a user in the folder of a stack survive its clearing', async () => {
  await using stage = await aTestStack();
  await stage.hold().then((folder) => folder.release());
  await writeFile(join(stage.stateDir, 'thesis.txt'), 'years of work');

  await clearStateFolder(stage.stateDir, (line) => stage.said.push(line));

  expect(await readdir(stage.stateDir)).toEqual(['thesis.txt']);
  expect(stage.said).toEqual(['Left alone, as no stack has made it: thesis.txt']);
});

test.each(['', '{', 'null', '{"stack":{"pid":1}}', '{"stack":{"name":"stack","pid":"1"},"processes":[]}'])(
  'a register with %o does not prevent a start',
  async (content) => {
    await using stage = await aTestStack();
    await stage.hold().then((folder) => folder.release());
    await writeFile(join(stage.stateDir, 'stack.json'), content);

    const next = await stage.hold();

    next.release();
  },
);

test('in a container, where every start has the same process id, a stack does not mistake itself for the previous one', async () => {
  await using stage = await aTestStack();
  await stage.hold();
  await stage.killed();
  const { stack } = JSON.parse(await readFile(join(stage.stateDir, 'stack.json'), 'utf8'));
  expect(stack.pid).toBe(process.pid);

  const next = await stage.hold();

  next.release();
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
