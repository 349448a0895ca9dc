import { type ActiveSpan, inContextOf, traced } from '@waybill/tracing';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ServiceEnv } from './request-checks.ts';

/** The pattern of the route that has answered, with its base path; paths that lead nowhere share one. */
export const patternOf = (c: Context<ServiceEnv>): string => {
  const pattern = routePath(c, -1);
  return pattern === '/*' || pattern === '*' ? 'none' : pattern;
};

/** Records a request that is part of a trace as a span; no trace begins here. */
export const traceRequests: MiddlewareHandler<ServiceEnv> = (c, next) => {
  const traceparent = c.req.header('traceparent');
  if (!traceparent) return next();
  const attributes = { 'http.request.method': c.req.method };
  const within = inContextOf({ traceparent });
  return traced({ name: c.req.method, kind: 'server', attributes, within }, async (span) => {
    await next();
    tellOutcome(span, c);
  });
};

function tellOutcome(span: ActiveSpan, c: Context<ServiceEnv>): void {
  const route = patternOf(c);
  span.name(`${c.req.method} ${route}`);
  span.attributes({ 'http.route': route, 'http.response.status_code': c.res.status });
  if (c.res.status >= 500) span.failed();
}
