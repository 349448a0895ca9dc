import { expect, test } from 'vitest';
import { whyNotNow } from '../src/pages/order/actions/why-not-now.ts';
import { aCompensation, anOrder, aStep } from './support/order.ts';

const error = { code: 'TIMEOUT', message: 'No response' };
const nextAttemptAt = '2026-11-27T14:00:30.000Z';

test.each([
  ['an attempt is running', anOrder({ steps: [aStep({ attempt: 3, error })] })],
  [
    'a compensation is running, whatever its step waits for',
    anOrder({
      steps: [aStep({ attempt: 2, error, nextAttemptAt })],
      compensations: [aCompensation({ status: 'RUNNING', attempt: 2, error })],
    }),
  ],
])('“Try now” waits while %s', (_, order) => {
  expect(whyNotNow('RETRY_NOW', order)).toBe('Not now: an attempt is running');
});

test.each([
  ['a step', anOrder({ steps: [aStep({ attempt: 3, error, nextAttemptAt })] })],
  [
    'a compensation',
    anOrder({ compensations: [aCompensation({ status: 'RUNNING', attempt: 2, error, nextAttemptAt })] }),
  ],
])('“Try now” can be pressed while %s waits for its next attempt', (_, order) => {
  expect(whyNotNow('RETRY_NOW', order)).toBeUndefined();
});

test('what else is offered can be done during an attempt, too', () => {
  expect(whyNotNow('GIVE_UP_STEP', anOrder({ steps: [aStep({ attempt: 3, error })] }))).toBeUndefined();
});
