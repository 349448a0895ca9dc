import { ServiceError } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import { grpc } from '../src/engine/engine-faults.ts';
import { isUnanswered } from '../src/engine/state-query.ts';

describe('a query', () => {
  test.each(['DEADLINE_EXCEEDED', 'CANCELLED', 'FAILED_PRECONDITION'] as const)(
    'that ends with %s got no response, which says nothing about the engine',
    (name) => {
      expect(isUnanswered(failedWith(grpc[name]))).toBe(true);
    },
  );

  test('that the engine refused got a response', () => {
    expect(isUnanswered(failedWith(grpc.RESOURCE_EXHAUSTED))).toBe(false);
  });
});

/** As the engine's client throws it. */
const failedWith = (code: number) =>
  new ServiceError('Failed to query Workflow', {
    cause: Object.assign(new Error('why'), { code, details: 'why', metadata: {} }),
  });
