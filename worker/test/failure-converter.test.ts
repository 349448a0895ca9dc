import { createRequire } from 'node:module';
import { ApplicationFailure, type DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { afterEach, expect, test } from 'vitest';
import { createFailureConverter } from '../src/workflows/shared/activities/failure-converter.ts';

type Loaded = { failureConverter: DefaultFailureConverter };
const { failureConverter }: Loaded = createRequire(import.meta.url)('../src/assembly/failure-converter.cjs');

const failure = ApplicationFailure.nonRetryable('The payment was declined', 'PAYMENT_DECLINED');

afterEach(() => {
  globalThis.waybillEncodesFailures = undefined;
});

test('the failure of an activity is in a payload, and can be decoded', () => {
  const stored = failureConverter.errorToFailure(failure, defaultPayloadConverter);

  expect(stored).toMatchObject({ message: 'Encoded failure', stackTrace: '' });
  expect(failureConverter.failureToError(stored, defaultPayloadConverter).message).toBe('The payment was declined');
});

test('so is the failure of a workflow, if payloads are encrypted', () => {
  globalThis.waybillEncodesFailures = true;

  const stored = createFailureConverter().errorToFailure(failure, defaultPayloadConverter);

  expect(stored.message).toBe('Encoded failure');
});

test('otherwise the engine shows it', () => {
  const stored = createFailureConverter().errorToFailure(failure, defaultPayloadConverter);

  expect(stored.message).toBe('The payment was declined');
  expect(stored.encodedAttributes).toBeUndefined();
});
