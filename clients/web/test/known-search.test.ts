import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { knownSearch } from '../src/known-search.ts';
import { ordersSearch } from '../src/pages/orders/orders-search.ts';
import { runsSearch } from '../src/pages/runs/runs-search.ts';

const searchAt = (url: string) => {
  const root = createRootRoute();
  const orders = createRoute({
    getParentRoute: () => root,
    path: '/orders',
    validateSearch: knownSearch(ordersSearch),
  });
  const runs = createRoute({ getParentRoute: () => root, path: '/runs', validateSearch: knownSearch(runsSearch) });
  const router = createRouter({
    routeTree: root.addChildren([orders, runs]),
    history: createMemoryHistory({ initialEntries: [url] }),
  });
  return router.matchRoutes(router.latestLocation).at(-1)?.search;
};

test('what a page does not know in its URL does not reach it', () => {
  expect(searchAt('/orders?sort=zzz&status=SHIPPED')).toEqual({ status: 'SHIPPED' });
  expect(searchAt('/orders?sort=OLDEST')).toEqual({ sort: 'OLDEST' });
  expect(searchAt('/runs?start=zzz&kind=NONE')).toEqual({});
  expect(searchAt('/runs?start=payment')).toEqual({ start: 'payment' });
});
