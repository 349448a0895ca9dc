import { expect, test } from 'vitest';
import { notRefused } from './verdict.ts';

test.each(['ApproveOrderPayload', 'VerdictPending'])('a proof goes on after an approval with %s', (__typename) => {
  expect(() => notRefused({ __typename })).not.toThrow();
});

test('a proof ends when its approval is refused', () => {
  expect(() => notRefused({ __typename: 'OrderClosed' })).toThrow('OrderClosed');
});
