import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { handlePreflight } from '../shared/origins.ts';
import { pathOf } from '../shared/path.ts';
import { createDeprecation } from './aliases/deprecation.ts';
import { orderAliases } from './aliases/order-aliases.ts';
import { withForeignRequests } from './aliases/run-aliases.ts';
import { type AppOptions, createApp } from './app.ts';
import { pathOfRoute, type Route } from './route.ts';
import { operateRoutes } from './routes/operate.ts';
import { orderRoutes } from './routes/orders.ts';
import { runRoutes } from './routes/runs.ts';

export type Rest = ReturnType<typeof createRest>;

/** The REST façade: every route executes a document of the GraphQL API in this process. */
export function createRest({ allowedOrigins, ...options }: Omit<AppOptions, 'routes'> & { allowedOrigins: string[] }) {
  const routes: Route[] = [...orderRoutes, ...runRoutes.map(withForeignRequests), ...operateRoutes, ...orderAliases];
  const anyRoute = new RegExp(`^(?:${routes.map((route) => patternOf(pathOfRoute(route))).join('|')})$`);
  const methods = [...new Set(routes.map(({ method }) => method.toUpperCase()))].join(', ');
  const deprecationOf = createDeprecation(routes);
  const isRoute = (path: string) => anyRoute.test(path);
  // Describing the routes takes longer than everything else that a gateway does to start.
  let listen: ReturnType<typeof getRequestListener> | undefined;
  const listener = () => getRequestListener(createApp({ ...options, routes }).fetch, { hostname: 'localhost' });

  return {
    /** Whether the façade answers for this path. */
    takes: (path: string): boolean => path.startsWith('/api/') || path === '/docs' || isRoute(path),

    answer(req: IncomingMessage, res: ServerResponse, correlationId: string): unknown {
      if (isRoute(pathOf(req)) && handlePreflight(req, res, allowedOrigins, methods)) return undefined;
      for (const [name, value] of Object.entries(deprecationOf(pathOf(req)))) res.setHeader(name, value);
      req.headers['x-correlation-id'] = correlationId;
      listen ??= listener();
      return listen(req, res);
    },
  };
}

const patternOf = (path: string): string => path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
