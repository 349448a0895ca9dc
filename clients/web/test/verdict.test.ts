import { expect, test } from 'vitest';
import { needCorrection, noLongerOffered, verdictOf } from '../src/order/verdict.ts';

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

test('a dialog whose action is gone says that nothing was sent, unless what was sent had no response', () => {
  expect(noLongerOffered(false)).toMatchObject({ accepted: false, text: expect.stringContaining('Nothing was sent') });
  expect(noLongerOffered(true).text).not.toContain('Nothing was sent');
});

test.each([
  [1, '1 field needs correction'],
  [2, '2 fields need correction'],
])('%i problems beside their fields are counted: %s', (count, text) => {
  expect(needCorrection(count)).toBe(text);
});
