import { expect, test } from 'vitest';
import { orderByPrefix } from '../src/pages/orders/filters/order-by-prefix.ts';
import { aSummary } from './support/order.ts';

const rows = ['ORD-1', 'ORD-12', 'ORD-2X'].map((id) => ({ order: aSummary({ id }), left: false }));

test.each<[string, string | undefined, string]>([
  ['ORD-2', 'ORD-2X', 'the only one with this prefix'],
  ['ORD-1', 'ORD-1', 'the exact id, although another has this prefix'],
  ['ORD-', undefined, 'one of several'],
  ['ORD-999', 'ORD-999', 'one that is not in the list'],
  [' A1 ', 'A1', 'a short, complete id'],
  ['', undefined, 'none'],
])('by "%s", %s is found: %s', (typed, id) => {
  expect(orderByPrefix(typed, rows)).toBe(id);
});
