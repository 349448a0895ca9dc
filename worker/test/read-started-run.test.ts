import { ApplicationFailure } from '@temporalio/workflow';
import type { RunKind, StartedPayment, StartedRun } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { readRefundCommand, readStartedRun } from '../src/workflows/runs/state/read-started-run.ts';
import { started as standing } from './simulation/standing-schedule.ts';

const common = {
  startedBy: 'ada',
  startedByStaff: false,
  startedAt: '2026-01-02T03:04:05.000Z',
  correlationId: 'cor-1',
  fingerprint: 'f',
};
const amount = { amountMinor: 1_000, currencyCode: 'USD' };
const runs: { [Kind in RunKind]: Extract<StartedRun, { kind: Kind }> } = {
  GREETING: { ...common, kind: 'GREETING', runId: 'RUN-1', name: 'Ada' },
  USER_CONTEXT: { ...common, kind: 'USER_CONTEXT', runId: 'RUN-1', userId: 'ada', strategy: 'PARALLEL' },
  PAYMENT: {
    ...common,
    kind: 'PAYMENT',
    runId: 'RUN-1',
    orderId: 'ORD-1',
    customerId: 'ada',
    amount,
    cancellableForMs: null,
  },
  STANDING_ORDER: standing,
};

test.each(Object.values(runs))('a complete input of a run of the kind $kind is taken as it is', (run) => {
  expect(readStartedRun(run.kind, run)).toBe(run);
});

test.each<[RunKind, string, unknown]>([
  ['GREETING', 'runId', 'ORD-1'],
  ['GREETING', 'kind', 'PAYMENT'],
  ['GREETING', 'name', undefined],
  ['GREETING', 'startedAt', 'yesterday'],
  ['GREETING', 'limits', { commands: 'many' }],
  ['GREETING', 'limits', null],
  ['GREETING', 'patience', { GREET: { attempts: 0 } }],
  ['GREETING', 'patience', { GREET: 3 }],
  ['USER_CONTEXT', 'strategy', 'parallel'],
  ['PAYMENT', 'amount', 1_000],
  ['PAYMENT', 'amount', { amountMinor: 10.5, currencyCode: 'USD' }],
  ['PAYMENT', 'amount', { amountMinor: 1_000 }],
  ['PAYMENT', 'cancellableForMs', '5s'],
  ['STANDING_ORDER', 'everyMs', 0],
  ['STANDING_ORDER', 'firstAt', 'soon'],
  ['STANDING_ORDER', 'times', 0],
  ['STANDING_ORDER', 'template', {}],
])('a run of the kind %s fails whose %s is %j', (kind, field, value) => {
  const read = () => readStartedRun(kind, { ...runs[kind], [field]: value });

  expect(read).toThrow(ApplicationFailure);
  expect(read).toThrow(`The field ${field} of the input is missing or wrong`);
});

test.each([null, undefined, 'RUN-1', 7, []])('a payment fails whose input is %j', (input) => {
  expect(() => readStartedRun('PAYMENT', input as unknown as StartedPayment)).toThrow('The input must be an object');
});

test('a refund fails whose amount is no amount of money', () => {
  const { correlationId, fingerprint } = common;
  const command = {
    correlationId,
    fingerprint,
    commandId: 'c',
    actor: 'ada',
    byStaff: true,
    runId: 'RUN-1',
    amount,
    reason: '',
  };

  expect(readRefundCommand(command)).toBe(command);
  expect(() => readRefundCommand({ ...command, amount: 'all' as never })).toThrow('The field amount');
});
