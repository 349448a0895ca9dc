import { expect, test } from 'vitest';
import { filterOf, ordersSearch } from '../src/pages/orders/orders-search.ts';

test('a URL without filters shows all orders', () => {
  expect(filterOf(ordersSearch({}), 'UTC')).toBeNull();
});

test('a filter in the URL is a filter of the API', () => {
  const search = ordersSearch({ status: 'SHIPPED,FAILED', customer: 'omar', min: 10, sort: 'OLDEST', attention: true });

  expect(filterOf(search, 'UTC')).toEqual({
    status: ['SHIPPED', 'FAILED'],
    customerId: 'omar',
    minTotal: '10',
    needsAttention: true,
  });
  expect(search.sort).toBe('OLDEST');
});

test('an order is searched by the prefix of its id, its health, its plan and its items', () => {
  const search = ordersSearch({ id: 'ORD-', health: 'STUCK,RETRYING', plan: 'RESERVE_FIRST', sku: 'PEN' });

  expect(filterOf(search, 'UTC')).toEqual({
    idPrefix: 'ORD-',
    health: ['STUCK', 'RETRYING'],
    plan: 'RESERVE_FIRST',
    sku: 'PEN',
  });
});

test('unknown statuses in a URL are ignored', () => {
  expect(filterOf(ordersSearch({ status: 'SHIPPED,LOST_AT_SEA,constructor' }), 'UTC')).toEqual({ status: ['SHIPPED'] });
});

test('days are in the time zone in which times are shown', () => {
  expect(filterOf(ordersSearch({ from: '2026-11-27', to: '2026-11-27' }), 'Asia/Tokyo')).toEqual({
    createdFrom: '2026-11-26T15:00:00.000Z',
    createdTo: '2026-11-27T15:00:00.000Z',
  });
});

test('anything in a URL that is not a filter is ignored', () => {
  const search = ordersSearch({
    id: 'ORD',
    status: { a: 1 },
    health: 'GREAT,toString',
    plan: 'NONE',
    sort: 'BY_MOOD',
    from: 'yesterday',
    max: '1e9',
    currency: 'dollars',
    attention: 'yes',
  });

  expect(filterOf(search, 'UTC')).toBeNull();
});
