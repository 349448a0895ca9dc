import type { RunSnapshot } from '@waybill/graphql';
import { expect, test } from 'vitest';
import { createOrderSnapshots } from '../src/live/order-snapshot.ts';
import { runErrorOf } from '../src/ports/run-verdict.ts';
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

const anew = 'a new command, under another id, is decided anew';

test.each([
  ['approve', 'ORDER_NOT_AWAITING_APPROVAL', 'PROCESSING', 'Order ORD-1 is not awaiting approval: it is PROCESSING'],
  [
    'approve',
    'ORDER_NOT_AWAITING_APPROVAL',
    'AWAITING_APPROVAL',
    `Order ORD-1 was not awaiting approval when this command was refused, and is now: ${anew}`,
  ],
  [
    'retryNow',
    'NOTHING_TO_DO',
    'PROCESSING',
    `When this command was refused, order ORD-1 had no failed attempt that waited for a retry, or none of the given step: ${anew}`,
  ],
] as const)(
  '%s, refused with %s and repeated while the order is %s, does not contradict what the order is now',
  (name, refusal, status, message) => {
    const sent = { commandId: 'c-1', name, fingerprint: 'f' };
    const verdict = { ...sent, command: name, at, refusal, message: null };

    expect(() => orderOrError(sent, verdict, { ...order, status })).toThrow(message);
  },
);

test('a command that did not apply to a run, and is repeated when it would, says when it was refused', () => {
  const sent = { commandId: 'c-1', name: 'resume', fingerprint: 'f' } as const;
  const run = { runId: 'RUN-1', status: 'PAUSED', endedBy: null, endedAt: null } as unknown as RunSnapshot;

  expect(runErrorOf('NOTHING_TO_DO', null, sent, run).message).toBe(
    `The command resume did not apply to run RUN-1 when it was refused: ${anew}`,
  );
});
