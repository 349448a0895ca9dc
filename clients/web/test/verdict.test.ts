import { expect, test } from 'vitest';
import { verdictOf } from '../src/order/verdict.ts';

const clock = (iso: string) => iso.slice(11, 16);

test('the slower decision shows who decided, when and what', () => {
  const result = {
    __typename: 'OrderNotAwaitingApproval',
    status: 'REJECTED',
    decidedBy: 'MANAGER-2',
    decidedAt: '2026-11-27T14:02:00.000Z',
  };

  expect(verdictOf(result, 'Approved', clock)).toEqual({
    accepted: false,
    text: 'Too late: MANAGER-2 decided at 14:02. The order is rejected',
  });
});

test('a pending verdict is not a refusal', () => {
  expect(verdictOf({ __typename: 'VerdictPending' }, 'Approved', clock).accepted).toBe(true);
});

test('each refused field is named by its path', () => {
  const fields = [{ path: ['address', 'zip'], message: 'is missing' }];

  expect(verdictOf({ __typename: 'InvalidInput', fields }, 'Done', clock).problems).toEqual({
    'address.zip': 'is missing',
  });
});

test('an unknown refusal is shown by its message', () => {
  expect(verdictOf({ __typename: 'OnHold', message: 'It is on hold' }, 'Done', clock)).toEqual({
    accepted: false,
    text: 'It is on hold',
  });
});
