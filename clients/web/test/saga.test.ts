import { expect, test } from 'vitest';
import { attemptWord, lookOf, sagaSteps, whySkipped } from '../src/order/saga.ts';
import { aCompensation, aStep } from './support/order.ts';

test('each compensation is below its step', () => {
  const steps = [aStep({ name: 'AUTHORIZE_PAYMENT' }), aStep({ name: 'CAPTURE_PAYMENT' })];
  const refund = aCompensation();
  const release = aCompensation({ name: 'RELEASE_PAYMENT', undoes: 'AUTHORIZE_PAYMENT' });

  const rows = sagaSteps({ steps, compensations: [refund, release] });

  expect(rows.map(({ step, compensations }) => [step.name, compensations])).toEqual([
    ['AUTHORIZE_PAYMENT', [release]],
    ['CAPTURE_PAYMENT', [refund]],
  ]);
});

test('a step that waits for its next attempt looks different from one that runs', () => {
  const error = { code: 'TIMEOUT', message: 'Too slow' };

  expect(lookOf(aStep())).toBe('running');
  expect(lookOf(aStep({ error, nextAttemptAt: '2026-11-27T14:00:09.000Z' }))).toBe('retrying');
  expect(lookOf({ status: 'ON_HOLD' })).toBe('pending');
});

test('a release after a refund was not needed because of it; without a refund there was nothing to undo', () => {
  const refund = aCompensation();
  const release = aCompensation({ name: 'RELEASE_PAYMENT', undoes: 'AUTHORIZE_PAYMENT', status: 'SKIPPED' });
  const notPaid = aCompensation({ status: 'SKIPPED' });

  expect(whySkipped(release, [refund, release])).toBe('Not needed: the captured payment was refunded');
  expect(whySkipped(release, [notPaid, release])).toBe('Not needed: there was nothing to undo');
  expect(whySkipped(notPaid, [notPaid, release])).toBe('Not needed: there was nothing to undo');
});

test('a step that waits shows the attempt that failed, and one that runs shows the attempt that is made', () => {
  const failed = { attempt: 3, error: { code: 'TIMEOUT', message: 'Too slow' } };

  expect(attemptWord(aStep({ ...failed, nextAttemptAt: '2026-11-27T14:00:09.000Z' }))).toBe('Attempt 2 of 5 failed');
  expect(attemptWord(aStep(failed))).toBe('Attempt 3 of 5');
  expect(attemptWord(aStep({ ...failed, maxAttempts: null }))).toBe('Attempt 3');
});
