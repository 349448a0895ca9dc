import { expect, test } from 'vitest';
import { aTestStack, eventually, isAlive } from './test-stack.ts';

test('a group of processes starts when the previous one is ready, and stops before it', async () => {
  await using stage = await aTestStack();
  const stack = await stage.run([[stage.player('engine')], [stage.player('worker')], [stage.player('gateway')]]);

  await stack.stop();

  expect(await stage.diary()).toEqual([
    ...['engine starts', 'worker starts', 'gateway starts'],
    ...['gateway stops', 'worker stops', 'engine stops'],
  ]);
});

test('a process that dies is started again, with a message', async () => {
  await using stage = await aTestStack();
  const stack = await stage.run([[stage.player('worker')]]);
  const first = stack.pidOf('worker');

  process.kill(first, 'SIGKILL');
  await eventually(() => expect(stage.said.at(-1)).toMatch(/^worker is back after/));

  expect(stack.pidOf('worker')).not.toBe(first);
  expect(stage.said[1]).toBe('worker was killed (SIGKILL); starting it again in 0.3 s');
});

test('a process that keeps dying is restarted later each time', async () => {
  await using stage = await aTestStack();
  const stack = await stage.run([[stage.player('worker')]]);
  const pauses = () => stage.said.filter((line) => line.includes('starting it again')).map((line) => line.slice(-5));

  for (const deaths of [1, 2, 3]) {
    process.kill(stack.pidOf('worker'), 'SIGKILL');
    await eventually(() => expect(stage.said.filter((line) => line.includes('is back'))).toHaveLength(deaths));
  }

  expect(pauses()).toEqual(['0.3 s', '0.5 s', '1.0 s']);
});

test('one that cannot start ends the others, and its last lines are printed', async () => {
  await using stage = await aTestStack();

  const start = stage.run([[stage.player('engine')], [stage.failure('book'), stage.player('worker')]]);

  await expect(start).rejects.toThrow(/book stopped with code 3: no such table/);
  expect((await stage.diary()).filter((line) => line.startsWith('engine'))).toEqual(['engine starts', 'engine stops']);
});

test('stopping during the start stops what was started so far', async () => {
  await using stage = await aTestStack();
  const never = { ...stage.player('book'), ready: async () => false };

  const start = stage.run([[stage.player('engine')], [never]]);
  await eventually(async () => expect(await stage.diary()).toContain('book starts'));
  stage.leave();

  await expect(start).rejects.toThrow();
  expect(await stage.diary()).toEqual(['engine starts', 'book starts', 'book stops', 'engine stops']);
});

test('a process that died while the stack stops is not started again', async () => {
  await using stage = await aTestStack();
  const stack = await stage.run([[stage.player('engine')]]);
  const pid = stack.pidOf('engine');

  process.kill(pid, 'SIGKILL');
  await stack.stop();

  expect(isAlive(pid)).toBe(false);
  expect(stage.said.filter((line) => line.includes('is back'))).toEqual([]);
});
