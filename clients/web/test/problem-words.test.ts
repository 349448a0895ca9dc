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

test.each([
  ['filter.currencyCode must be an ISO 4217 currency code', '“Currency” must be an ISO 4217 currency code'],
  ['filter.maxTotal is not an amount with 2 decimals at most', '“Total to” is not an amount with 2 decimals at most'],
  ['filter.sku must be a SKU: one line of text', '“Has item (SKU)” must be a SKU: one line of text'],
  [
    'Variable "$filter" got invalid value "+010000-01-01T00:00:00Z" at "filter.createdTo"; Expected type "DateTime".',
    '“Placed to” has a value that cannot be used',
  ],
  ['filter.shape must be round', '“Shape” must be round'],
])('of a refused filter (%s) the label is shown, and not its name in the API', (message, text) => {
  expect(problemWords(new Refused('BAD_USER_INPUT', message))).toEqual({ title: 'A filter cannot be used', text });
});
