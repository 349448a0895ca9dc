import { ActivityCancellationType } from '@temporalio/workflow';
import { orderSteps, type PatientStep, stepRules, stepsOf } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { orderTimeoutMs, stepRetries } from '../src/workflows/order/activities/patience.ts';
import { compensationRetries } from '../src/workflows/shared/activities/retries.ts';

/** As it is promised: tries in all, the first back-off and the limit of one try in seconds. */
const promised: Record<PatientStep, [attempts: number, firstRetry: number, timeout: number]> = {
  ENRICH: [2, 1, 5],
  AUTHORIZE_PAYMENT: [3, 1, 30],
  RESERVE_INVENTORY: [2, 1, 10],
  CAPTURE_PAYMENT: [3, 1, 30],
  PREPARE_PACKAGE: [5, 2, 30],
  CREATE_LABEL: [5, 2, 60],
  DISPATCH_CARRIER: [5, 2, 30],
  NOTIFY_CUSTOMER: [3, 1, 10],
};

test('every step with several attempts has its documented retry policy', () => {
  const patient = orderSteps.filter((step) => 'patience' in stepRules[step]);

  expect(patient).toEqual(Object.keys(promised));
});

test.each(Object.entries(promised))(
  '%s is retried as often and as long as documented',
  (step, [attempts, first, limit]) => {
    const options = stepRetries(step as PatientStep, {});

    expect(options).toEqual({
      startToCloseTimeout: limit * 1_000,
      cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
      retry: { maximumAttempts: attempts, initialInterval: first * 1_000, backoffCoefficient: 2 },
      ...(step === 'CREATE_LABEL' ? { heartbeatTimeout: 12_000 } : {}),
    });
  },
);

test('a compensation is retried forever, at least twice a minute', () => {
  expect(compensationRetries).toEqual({
    startToCloseTimeout: '30s',
    retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  });
});

test('an order may take half an hour', () => {
  expect(orderTimeoutMs).toBe(1_800_000);
});

test.each([
  ['AUTHORIZE_FIRST', 'AUTHORIZE_PAYMENT', 'AWAIT_APPROVAL', 'RESERVE_INVENTORY', 'CAPTURE_PAYMENT'],
  ['RESERVE_FIRST', 'RESERVE_INVENTORY', 'AWAIT_APPROVAL', 'AUTHORIZE_PAYMENT', 'CAPTURE_PAYMENT'],
] as const)('the plan %s has its steps in order', (plan, ...middle) => {
  const shipping = ['PREPARE_PACKAGE', 'CREATE_LABEL', 'DISPATCH_CARRIER', 'NOTIFY_CUSTOMER'];

  expect(stepsOf[plan]).toEqual(['RECEIVE', 'VALIDATE', 'ENRICH', ...middle, ...shipping]);
});

test('each step is compensated by its named compensation', () => {
  const undos = Object.entries(stepRules).flatMap(([step, rule]) => ('undo' in rule ? [[step, rule.undo]] : []));

  expect(Object.fromEntries(undos)).toEqual({
    AUTHORIZE_PAYMENT: 'RELEASE_PAYMENT',
    RESERVE_INVENTORY: 'RELEASE_INVENTORY',
    CAPTURE_PAYMENT: 'REFUND_PAYMENT',
    PREPARE_PACKAGE: 'CANCEL_SHIPMENT',
    CREATE_LABEL: 'CANCEL_LABEL',
  });
});
