import { faultIn, loopbackOnly } from '@waybill/platform';
import { createAuthenticate } from '../auth/tokens.ts';
import { createDocumentReader } from '../execution/documents.ts';
import { createInProcess } from '../execution/in-process.ts';
import type { LimitPerUser } from '../execution/limits/limit-per-user.ts';
import type { Operations } from '../execution/yoga.ts';
import { createDashboard } from '../transports/http/dashboard/dashboard.ts';
import { createJsonFastPath } from '../transports/http/json-fast-path.ts';
import { createReadiness } from '../transports/http/readiness.ts';
import { createRouter } from '../transports/http/router.ts';
import { createRest } from '../transports/rest/rest.ts';
import { createSocketServer } from '../transports/ws/socket-server.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GatewayMetrics } from './metrics.ts';
import { timed } from './request-timing.ts';

type Served = {
  operations: Operations;
  connections: LimitPerUser;
  observe: GatewayMetrics | undefined;
  /** True once the gateway is stopping: it is no longer ready. */
  draining: () => boolean;
  /** Aborted when it closes its connections. */
  stopping: AbortSignal;
};

/**
 * The transports of operations and their results: HTTP with server-sent events, REST and the dashboard, and WebSocket.
 */
export function createTransports(options: GatewayOptions, served: Served) {
  const { operations, connections, observe, draining, stopping } = served;
  const { access, guard = loopbackOnly, limits, log, now, newId } = options;
  const { bodyBytes } = limits;
  const { allowedOrigins, openAliases } = access;
  const authenticate = createAuthenticate(access.tokens, now, log);
  const documentOf = createDocumentReader(access.trustedDocuments);
  const jsonFastPath = createJsonFastPath({ operations, documentOf, limits, log, ...observe });
  const ready = createReadiness({ ...options, draining });
  const tools = { ...createInProcess({ operations, log, ...observe }), connections, now };
  const rest = createRest({ tools, log, bodyBytes, authenticate, allowedOrigins, openAliases, stopping });
  const dashboard = createDashboard(options.dashboard, { developmentTokens: access.developmentTokens !== undefined });
  const answer = createRouter({
    operations,
    jsonFastPath,
    rest,
    dashboard,
    bodyBytes,
    authenticate,
    access,
    guard,
    ready,
    now,
    newId,
  });
  const onFault = (error: unknown) => log.error({ error: faultIn(error) }, 'a connection failed');
  const sockets = createSocketServer({
    operations,
    documentOf,
    authenticate,
    connections,
    limits,
    guard,
    allowedOrigins,
    now,
    newId,
    onFault,
  });
  return { answer: timed(answer, observe?.observeRequest), sockets, onFault };
}
