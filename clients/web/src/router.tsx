import { createRouter } from '@tanstack/react-router';
import { Problem } from './components/problem.tsx';
import { NoSuchPage } from './pages/no-such-page.tsx';
import { routeTree } from './routes.tsx';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: NoSuchPage,
  defaultErrorComponent: ({ error, reset }) => <Problem error={error} onRetry={reset} />,
});

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page of an order was opened by placing it once more. */
    placedBefore?: boolean;
  }
  interface Register {
    router: typeof router;
  }
}
