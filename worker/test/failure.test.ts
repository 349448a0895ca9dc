import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  ChildWorkflowFailure,
  RetryState,
  TimeoutFailure,
  TimeoutType,
} from '@temporalio/common';
import { expect, test } from 'vitest';
import { toStepFailure } from '../src/workflows/shared/activities/failure.ts';

const wrapped = (cause: Error) =>
  new ActivityFailure('failed', 'authorizePayment', 'a-1', RetryState.MAXIMUM_ATTEMPTS_REACHED, 'worker-1', cause);
const ofChild = (cause: Error) =>
  new ChildWorkflowFailure(
    'default',
    { workflowId: 'w', runId: 'r' },
    'shipOrder',
    RetryState.NON_RETRYABLE_FAILURE,
    cause,
  );
const said = (type: string | undefined, ...details: unknown[]) =>
  ApplicationFailure.create({ ...(type ? { type } : {}), message: 'said', nonRetryable: true, details });

const fault = { refused: false, attempt: null };

test.each([
  [
    'what did not answer',
    wrapped(new TimeoutFailure('t', undefined, TimeoutType.START_TO_CLOSE)),
    'TIMED_OUT',
    'There was no answer in time',
  ],
  ['what was cancelled', wrapped(new CancelledFailure('c')), 'CANCELLED', 'It was cancelled from outside'],
  ['a story that was halted', new CancelledFailure('c'), 'CANCELLED', 'It was cancelled from outside'],
  ['what is no failure of an application', wrapped(new Error('e')), 'STEP_FAILED', 'It could not be done'],
  [
    'a wrapping without a cause',
    new ActivityFailure('f', 'a', 'a-1', RetryState.TIMEOUT, 'w'),
    'STEP_FAILED',
    'It could not be done',
  ],
])('%s is a fault with an unknown attempt', (_what, failure, code, message) => {
  expect(toStepFailure(failure)).toEqual({ ...fault, code, message });
});

test.each(['PAYMENT_DECLINED', 'OUT_OF_STOCK', 'VALIDATION_FAILED', 'IDEMPOTENCY_CONFLICT', 'TAKEN_OVER'])(
  '%s is a refusal with the message of the provider',
  (code) => {
    expect(toStepFailure(wrapped(said(code, { attempt: 3 })))).toEqual({
      code,
      message: 'said',
      refused: true,
      attempt: 3,
    });
  },
);

test('any other type is a fault of that type', () => {
  expect(toStepFailure(wrapped(said('SERVICE_UNAVAILABLE', { attempt: 2 })))).toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    refused: false,
    attempt: 2,
  });
  expect(toStepFailure(said(undefined))).toMatchObject({ code: 'STEP_FAILED', refused: false, attempt: null });
});

test('a refusal of a child is found inside all wrapping failures', () => {
  expect(toStepFailure(ofChild(wrapped(said('ADDRESS_REFUSED'))))).toMatchObject({
    code: 'ADDRESS_REFUSED',
    refused: true,
  });
});

test('the cause of an application failure is not reported', () => {
  const failure = ApplicationFailure.create({ type: 'OUT_OF_STOCK', message: 'said', cause: new Error('a host name') });

  expect(toStepFailure(wrapped(failure))).toMatchObject({ code: 'OUT_OF_STOCK', message: 'said' });
});

test.each([[null], ['3'], [{ tries: 3 }], [{ attempt: '3' }]])(
  'an attempt that is not reported is unknown: %j',
  (detail) => {
    expect(toStepFailure(said('OUT_OF_STOCK', detail)).attempt).toBeNull();
  },
);
