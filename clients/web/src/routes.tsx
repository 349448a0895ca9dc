import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { orderSearch } from './pages/order/order-search.ts';
import { ordersSearch } from './pages/orders/orders-search.ts';
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
  validateSearch: orderSearch,
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
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('./pages/orders/orders-page.tsx'), 'OrdersPage'),
});

const approve = createRoute({
  getParentRoute: () => shell,
  path: '/orders/$id/approve',
  validateSearch: ({ dialog }: Record<string, unknown>): { dialog?: 'reject' | undefined } =>
    dialog === 'reject' ? { dialog } : {},
  component: lazyRouteComponent(() => import('./pages/approve/approve-page.tsx'), 'ApprovePage'),
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./pages/approvals/approvals-page.tsx'), 'ApprovalsPage'),
});

const newOrder = createRoute({
  getParentRoute: () => shell,
  path: '/new',
  component: lazyRouteComponent(() => import('./pages/new/new-order-page.tsx'), 'NewOrderPage'),
});

export const routeTree = root.addChildren([
  signIn,
  shell.addChildren([overview, orders, order, approve, approvals, newOrder]),
]);
