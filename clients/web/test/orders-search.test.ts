import { expect, test } from 'vitest';
import { filterOf, ordersSearch } from '../src/pages/orders/orders-search.ts';

test('an address without filters shows all orders', () => {
  expect(filterOf(ordersSearch({}))).toBeNull();
});

test('a filter in the address is a filter of the API', () => {
  const search = ordersSearch({ status: 'SHIPPED,FAILED', customer: 'omar', min: 10, sort: 'OLDEST', attention: true });

  expect(filterOf(search)).toEqual({
    status: ['SHIPPED', 'FAILED'],
    customerId: 'omar',
    minTotal: '10',
    needsAttention: true,
  });
  expect(search.sort).toBe('OLDEST');
});

test('whatever an address says that is no filter is left out', () => {
  const search = ordersSearch({
    status: { a: 1 },
    sort: 'BY_MOOD',
    from: 'yesterday',
    max: '1e9',
    currency: 'dollars',
    attention: 'yes',
  });

  expect(filterOf(search)).toBeNull();
});
