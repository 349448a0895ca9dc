import { expect, test } from 'vitest';
import { createRunOnce } from '../src/calls/run-once.ts';

const call = (operation: string) => ({ operation, key: 'k', request: {}, correlationId: 'cor-1' });
const effect = async () => ({ status: 200, body: '{}' });
const runOnce = createRunOnce(
  async () => [],
  () => new Date(0),
);
const ends = (operations: string[]) =>
  Promise.all(operations.map((operation) => runOnce(call(operation), effect).then(({ status }) => status, String)));

test('calls of two operations may run at once under one key', async () => {
  expect(await ends(['payment.authorize', 'payment.capture'])).toEqual([200, 200]);
});

test('a call is refused while one with its key runs, and not afterwards', async () => {
  const atOnce = await ends(['payment.authorize', 'payment.authorize']);

  expect(atOnce).toEqual([200, expect.stringContaining('in progress')]);
  expect(await ends(['payment.authorize'])).toEqual([200]);
});
