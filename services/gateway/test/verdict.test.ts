import { expect, test } from 'vitest';
import { createSnapshots } from '../src/live/snapshot.ts';
import { orderOrError } from '../src/ports/verdict.ts';
import { anOrderUnderWay } from './support/standing.ts';

const at = '2026-01-01T00:00:00.000Z';
const order = createSnapshots(() => new Date(at), undefined).fromWorkflow(anOrderUnderWay('ORD-1'), null);

test.each([
  ['addItem', ['item']],
  ['changeAddress', ['address']],
  ['approve', []],
] as const)('what an order finds wrong with %s is told at %j', (name, path) => {
  const told = { commandId: 'c-1', name, fingerprint: 'f' };
  const verdict = { ...told, command: name, at, refusal: 'INVALID_INPUT' as const, message: 'is too much' };

  expect(() => orderOrError(told, verdict, order)).toThrow(
    expect.objectContaining({ fields: [{ path, message: 'is too much' }] }),
  );
});
