import { expect, test } from 'vitest';
import { InvalidInput } from '../src/index.ts';

test.each([
  ['a predicate', ['items', '0', 'sku'], 'is not in the catalogue', 'items.0.sku is not in the catalogue'],
  ['a sentence', ['sku'], 'There is no product UFO', 'sku: There is no product UFO'],
  ['a predicate of the whole', [], 'must not be empty', 'must not be empty'],
  ['a sentence of the whole', [], 'The order has had all its commands', 'The order has had all its commands'],
])('%s of a field becomes a readable message', (_, path, message, told) => {
  expect(new InvalidInput([{ path, message }]).message).toBe(told);
});

test('several messages are joined', () => {
  const sku = { path: ['sku'], message: 'must not be empty' };
  const quantity = { path: ['quantity'], message: 'Invalid input: expected number' };

  expect(new InvalidInput([sku, quantity]).message).toBe(
    'sku must not be empty; quantity: Invalid input: expected number',
  );
});
