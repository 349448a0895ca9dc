import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lastWordsIn, lengthOf } from '../src/processes/log-file.ts';
import { aTestStack } from './test-stack.ts';

const line = (level: number, fields: object) => `${JSON.stringify({ level, ...fields })}\n`;
const polling = line(30, { msg: 'worker is polling' });
const refused = line(60, { error: 'WAYBILL_JWT_SECRET: too short', msg: 'cannot start' });

test.each([
  ['its last line, where that says why it ended', polling + refused, 'WAYBILL_JWT_SECRET: too short'],
  ['nothing of what it said while it was well', refused + polling, ''],
  [
    'the error that it ended by',
    `${polling}TypeError: no such thing\n    at main.ts:1\n\nNode.js v20.19.0\n`,
    'TypeError: no such thing',
  ],
  ['the last of several errors', 'Error: long ago\nError: just now\nNode.js v20.19.0\n', 'Error: just now'],
  ['nothing, where it said nothing', '', ''],
])('the last lines of a process are %s', async (_, log, words) => {
  await using stage = await aTestStack();
  const file = join(stage.stateDir, 'worker.log');
  await appendFile(file, log);

  expect(lastWordsIn(file)).toBe(words);
});

test('lines of the previous process are not taken for its last lines', async () => {
  await using stage = await aTestStack();
  const file = join(stage.stateDir, 'worker.log');
  await appendFile(file, refused);
  const from = lengthOf(file);

  const ofNothing = lastWordsIn(file, from);
  await appendFile(file, 'Error: of its own\nNode.js v20.19.0\n');

  expect(ofNothing).toBe('');
  expect(lastWordsIn(file, from)).toBe('Error: of its own');
});

test('a log of any length is read from its end', async () => {
  await using stage = await aTestStack();
  const file = join(stage.stateDir, 'worker.log');
  await appendFile(file, polling.repeat(5_000) + refused);

  expect(lastWordsIn(file)).toBe('WAYBILL_JWT_SECRET: too short');
});
