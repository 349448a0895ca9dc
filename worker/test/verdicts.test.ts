import type { Verdict } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { Verdicts } from '../src/workflows/shared/state/verdicts.ts';

const verdictOn = (commandId: string): Verdict => ({
  commandId,
  command: 'addItem',
  fingerprint: 'f',
  refusal: null,
  message: null,
  at: '2026-01-02T03:04:05.000Z',
});

test('a command is known as long as its order, however many come after it', () => {
  const verdicts = new Verdicts();
  const ids = Array.from({ length: 60 }, (_, at) => `c-${at}`);

  for (const id of ids) verdicts.keep(verdictOn(id));

  expect(verdicts.all().map(({ commandId }) => commandId)).toEqual(ids);
  expect(ids.map((id) => verdicts.on(id))).toEqual(ids.map(verdictOn));
  expect(verdicts.newest().map(({ commandId }) => commandId)).toEqual(ids.slice(-20));
});

test('a repeated command is the newest in a query result, and in it once', () => {
  const verdicts = new Verdicts();
  for (const id of ['c-1', 'c-2', 'c-3']) verdicts.keep(verdictOn(id));

  verdicts.mention(verdictOn('c-1'));

  expect(verdicts.newest().map(({ commandId }) => commandId)).toEqual(['c-2', 'c-3', 'c-1']);
});
