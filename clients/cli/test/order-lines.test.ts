import { expect, test } from 'vitest';
import { orderLine } from '../src/output/order-lines.ts';

test('a step that is retried says which attempt of how many, and when the next one comes', () => {
  const order = {
    id: 'ORD-1',
    status: 'PROCESSING',
    progress: 60,
    currentStep: 'DISPATCH_CARRIER',
    currentCompensation: null,
    health: 'RETRYING',
  };
  const step = { name: 'DISPATCH_CARRIER', status: 'RUNNING', attempt: 3, maxAttempts: 5 };
  const lineOf = (given: object) => orderLine({ ...order, steps: [{ ...step, ...given }] } as never);

  expect([lineOf({ nextAttemptAt: '18:09' }), lineOf({ nextAttemptAt: null }), lineOf({ attempt: 1 })]).toEqual([
    'ORD-1  PROCESSING          60 %  DISPATCH_CARRIER  RETRYING  attempt 3 of 5 at 18:09',
    'ORD-1  PROCESSING          60 %  DISPATCH_CARRIER  RETRYING  attempt 3 of 5',
    'ORD-1  PROCESSING          60 %  DISPATCH_CARRIER  RETRYING',
  ]);
});
