import { OpenAPIHono } from '@hono/zod-openapi';
import { isTracing } from '@waybill/tracing';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Registry } from 'prom-client';
import { isUnreachable } from '../database/unreachable.ts';
import { faultIn, faultLine } from '../log/fault.ts';
import type { Log } from '../log/log.ts';
import { HttpProblem, problemBody } from './problem.ts';
import { limitBody, refuseForeignOrigin, refuseUnreadable, type ServiceEnv } from './request-checks.ts';
import { createRequestMetrics } from './request-metrics.ts';
import { patternOf, traceRequests } from './request-spans.ts';

/** A router that answers requests of the wrong shape with a problem. */
export const router = () =>
  new OpenAPIHono<ServiceEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const fields = result.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
      throw new HttpProblem(400, 'INVALID_REQUEST', 'The request has invalid fields', fields);
    },
  });

type ServiceAppOptions = {
  log: Log;
  registry?: Registry | undefined;
  bodyLimitBytes?: number;
  /** Pages of other sites that may send requests. */
  allowedOrigins?: readonly string[];
  logsRequests?: boolean;
};

/**
 * The outermost app of a service: correlation id, one log line per request, a body limit, and problem+json for every
 * error.
 */
export function serviceApp(options: ServiceAppOptions) {
  const { log, registry, bodyLimitBytes = 64 * 1024, allowedOrigins = [], logsRequests = true } = options;
  const app = router();
  const tells = logsRequests && log.isLevelEnabled('info');
  const observe = registry && createRequestMetrics(registry);
  if (isTracing()) app.use(traceRequests);
  app.use(async (c, next) => {
    const startedAt = performance.now();
    const correlationId = legible(c.req.header('x-correlation-id')) ?? crypto.randomUUID();
    c.set('correlationId', correlationId);
    c.header('x-correlation-id', correlationId);
    await next();
    if (isProbe(c.req.path)) return;
    const { method } = c.req;
    const { status } = c.res;
    const route = patternOf(c);
    observe?.({ method, route, status, startedAt });
    if (tells) log.info({ correlationId, method, path: pathToLog(route, c.req.path), status }, 'answered');
  });
  app.use(async (c, next) => {
    refuseUnreadable(c.req.url);
    refuseForeignOrigin(c.req.raw, allowedOrigins);
    await next();
  });
  app.use(limitBody(bodyLimitBytes));
  app.notFound((c) => answerWith(c, nothingThere(c, app.routes)));
  app.onError((error, c) => answerWith(c, isCutOff(c) ? cutOff() : problemIn(error, log, c.get('correlationId'))));
  return app;
}

/** A path without a route, or without an id, may contain anything. */
function pathToLog(route: string, path: string): string {
  const segments = path.split('/');
  const logged = (part: string, at: number) =>
    part.startsWith(':') && idShape.test(segments[at] ?? '') ? segments[at] : part;
  return route.split('/').map(logged).join('/');
}

const idShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,95}$/;

/** Probes, whose requests are neither logged nor counted. */
const isProbe = (path: string): boolean => path === '/health' || path === '/ready' || path === '/metrics';

/** A known path with another method is answered with 405 and the methods that it has. */
function nothingThere(c: Context<ServiceEnv>, routes: { method: string; path: string }[]): HttpProblem {
  const methods = methodsAt(c.req.path, routes);
  if (methods.length === 0) return new HttpProblem(404, 'NO_SUCH_ENDPOINT', `${c.req.method} ${c.req.path} is unknown`);
  c.header('allow', methods.join(', '));
  return new HttpProblem(405, 'METHOD_NOT_ALLOWED', `${c.req.path} takes ${methods.join(', ')}`);
}

function methodsAt(path: string, routes: { method: string; path: string }[]): string[] {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}$`).test(path);
  const known = routes.filter(({ method, path: pattern }) => method !== 'ALL' && matches(pattern));
  return [...new Set(known.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : method)))].sort();
}

function problemIn(error: Error, log: Log, correlationId: string): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof HTTPException) return malformed(error);
  if (isUnreachable(error)) {
    log.warn({ correlationId, error: faultLine(error) }, 'the database cannot be reached');
    return new HttpProblem(503, outOfService, 'The database is unavailable; the request can be retried safely');
  }
  log.error({ correlationId, error: faultIn(error) }, 'a request failed');
  return new HttpProblem(500, 'INTERNAL', 'An internal error occurred');
}

/** Any failure of a request that was cut off by its sender is due to that; only Node's own request shows it. */
const isCutOff = ({ env }: Context<ServiceEnv>): boolean => env?.incoming?.destroyed === true && !env.incoming.complete;

const cutOff = () => new HttpProblem(400, 'INVALID_REQUEST', 'The request was cut off');

function malformed({ status, message }: HTTPException): HttpProblem {
  const code = status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : 'INVALID_REQUEST';
  return new HttpProblem(status as ContentfulStatusCode, code, message);
}

function answerWith(c: Context<ServiceEnv>, problem: HttpProblem) {
  const body = JSON.stringify(problemBody(problem, c.get('correlationId')));
  const later = problem.code === outOfService ? { 'retry-after': retryAfterSeconds } : {};
  return c.body(body, problem.status, { 'content-type': 'application/problem+json', ...later });
}

const outOfService = 'SERVICE_UNAVAILABLE';
const retryAfterSeconds = '2';

/** A correlation id is echoed into headers and logs: only a safe one is accepted. */
const legible = (id: string | undefined) => (id && /^[\x21-\x7e]{1,128}$/.test(id) ? id : undefined);
