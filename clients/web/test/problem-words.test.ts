import { Forbidden, Refused, Unauthenticated } from '@waybill/client';
import { expect, test } from 'vitest';
import { problemWords } from '../src/components/problem-words.ts';

const withoutRole = 'The token needs the claims sub, exp, and role: customer, manager or operator';

test.each([
  ['a token without a role', new Unauthenticated('UNAUTHENTICATED', withoutRole), 'Your account has no role here'],
  ['an expired token', new Unauthenticated('UNAUTHENTICATED', 'The token has expired'), 'Your session has ended'],
  ['a role without the right', new Forbidden('FORBIDDEN', 'This needs the role operator'), 'No access'],
  ['an unknown order', new Refused('ORDER_NOT_FOUND', 'There is no order ORD-1'), 'Not found'],
  ['a fault', new Error('broken'), 'Something went wrong'],
])('%s is explained as such', (_, error, title) => {
  expect(problemWords(error).title).toBe(title);
});

test('whoever has no role reads which claim is missing', () => {
  expect(problemWords(new Unauthenticated('UNAUTHENTICATED', withoutRole)).text).toContain('needs the claims');
});
