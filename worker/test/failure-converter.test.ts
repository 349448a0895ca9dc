import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import { afterEach, expect, test, vi } from 'vitest';
import { failureConverter } from '../src/failure-converter.ts';

const failure = ApplicationFailure.nonRetryable('The payment was declined', 'PAYMENT_DECLINED');

afterEach(() => {
  globalThis.waybillEncodesFailures = undefined;
  vi.resetModules();
});

const converterOfWorkflows = async () => (await import('../src/workflows/failure-converter.ts')).failureConverter;

test('what an activity fails with is in a payload, and is read again', () => {
  const stored = failureConverter.errorToFailure(failure, defaultPayloadConverter);

  expect(stored).toMatchObject({ message: 'Encoded failure', stackTrace: '' });
  expect(failureConverter.failureToError(stored, defaultPayloadConverter).message).toBe('The payment was declined');
});

test('so is what a workflow fails with, where payloads are encrypted', async () => {
  globalThis.waybillEncodesFailures = true;

  const stored = (await converterOfWorkflows()).errorToFailure(failure, defaultPayloadConverter);

  expect(stored.message).toBe('Encoded failure');
});

test('anywhere else people read it in the engine', async () => {
  const stored = (await converterOfWorkflows()).errorToFailure(failure, defaultPayloadConverter);

  expect(stored.message).toBe('The payment was declined');
  expect(stored.encodedAttributes).toBeUndefined();
});
