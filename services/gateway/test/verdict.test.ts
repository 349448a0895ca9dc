import { expect, test } from 'vitest';
import { createOrderSnapshots } from '../src/live/order-snapshot.ts';
import { orderOrError } from '../src/ports/verdict.ts';
import { anOrderUnderWay } from './support/gateway-with-doubles.ts';

const at = '2026-01-01T00:00:00.000Z';
const order = createOrderSnapshots(() => new Date(at), undefined).fromWorkflow(anOrderUnderWay('ORD-1'), null);

test.each([
  ['addItem', ['item']],
  ['addItem', ['item', 'quantity'], 'quantity'],
  ['changeAddress', ['address']],
  ['approve', []],
] as const)('an error that an order finds in %s is reported at %j', (name, path, field?: string) => {
  const sent = { commandId: 'c-1', name, fingerprint: 'f' };
  const verdict = {
    ...sent,
    command: name,
    at,
    refusal: 'INVALID_INPUT' as const,
    message: 'is too much',
    ...(field ? { field } : {}),
  };

  expect(() => orderOrError(sent, verdict, order)).toThrow(
    expect.objectContaining({ fields: [{ path, message: 'is too much' }] }),
  );
});

test('a failed provider is not a refusal, but an unavailable service', () => {
  const sent = { commandId: 'c-1', name: 'addItem', fingerprint: 'f' } as const;
  const verdict = { ...sent, command: sent.name, at, refusal: 'SERVICE_UNAVAILABLE' as const, message: 'It failed' };

  expect(() => orderOrError(sent, verdict, order)).toThrow(
    expect.objectContaining({ extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: expect.any(Number) } }),
  );
});
