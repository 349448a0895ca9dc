import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { knownSearch } from './known-search.ts';
import { approvalsSearch } from './pages/approvals/approvals-search.ts';
import { orderSearch } from './pages/order/order-search.ts';
import { ordersSearch } from './pages/orders/orders-search.ts';
import { runSearch } from './pages/run/run-search.ts';
import { runsSearch } from './pages/runs/runs-search.ts';
import { tokenStore } from './session/token-store.ts';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (typeof from === 'string' ? { from } : {}),
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ location }) => {
    if (!tokenStore.get()) throw redirect({ to: '/signin', search: { from: location.href } });
  },
  component: Shell,
});

const order = createRoute({
  getParentRoute: () => shell,
  path: '/orders/$id',
  validateSearch: knownSearch(orderSearch),
  component: lazyRouteComponent(() => import('./pages/order/order-page.tsx'), 'OrderPage'),
});

const overview = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/overview/overview-page.tsx'), 'OverviewPage'),
});

const orders = createRoute({
  getParentRoute: () => shell,
  path: '/orders',
  validateSearch: knownSearch(ordersSearch),
  component: lazyRouteComponent(() => import('./pages/orders/orders-page.tsx'), 'OrdersPage'),
});

const approve = createRoute({
  getParentRoute: () => shell,
  path: '/orders/$id/approve',
  validateSearch: knownSearch(({ dialog }): { dialog?: 'reject' | undefined } =>
    dialog === 'reject' ? { dialog } : {},
  ),
  component: lazyRouteComponent(() => import('./pages/approve/approve-page.tsx'), 'ApprovePage'),
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  validateSearch: knownSearch(approvalsSearch),
  component: lazyRouteComponent(() => import('./pages/approvals/approvals-page.tsx'), 'ApprovalsPage'),
});

const newOrder = createRoute({
  getParentRoute: () => shell,
  path: '/new',
  validateSearch: ({ orderId }: Record<string, unknown>): { orderId?: string } =>
    typeof orderId === 'string' ? { orderId } : {},
  component: lazyRouteComponent(() => import('./pages/new/new-order-page.tsx'), 'NewOrderPage'),
});

const runs = createRoute({
  getParentRoute: () => shell,
  path: '/runs',
  validateSearch: knownSearch(runsSearch),
  component: lazyRouteComponent(() => import('./pages/runs/runs-page.tsx'), 'RunsPage'),
});

const run = createRoute({
  getParentRoute: () => shell,
  path: '/runs/$id',
  validateSearch: knownSearch(runSearch),
  component: lazyRouteComponent(() => import('./pages/run/run-page.tsx'), 'RunPage'),
});

const stock = createRoute({
  getParentRoute: () => shell,
  path: '/stock',
  validateSearch: ({ restock }: Record<string, unknown>): { restock?: string | undefined } =>
    typeof restock === 'string' ? { restock } : {},
  component: lazyRouteComponent(() => import('./pages/stock/stock-page.tsx'), 'StockPage'),
});

const chaos = createRoute({
  getParentRoute: () => shell,
  path: '/chaos',
  component: lazyRouteComponent(() => import('./pages/chaos/chaos-page.tsx'), 'ChaosPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
});

export const routeTree = root.addChildren([
  signIn,
  shell.addChildren([overview, orders, order, approve, approvals, newOrder, runs, run, stock, chaos, settings]),
]);
