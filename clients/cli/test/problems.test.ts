import { expect, test } from 'vitest';
import { linesOf } from '../src/problems/problems.ts';

test('an error message shows control characters without obeying them', () => {
  const fields = [{ path: ['id'], message: 'has \u202eno such\u2069 order' }];

  const lines = linesOf({
    code: 'ORDER_NOT_FOUND',
    message: 'There is no order \u001b[2J\u009bx',
    fields,
    retryable: false,
  });

  expect(lines).toEqual([
    'ORDER_NOT_FOUND: There is no order \\u{1b}[2J\\u{9b}x',
    '  id: has \\u{202e}no such\\u{2069} order',
  ]);
});
