import { setTimeout as pause } from 'node:timers/promises';
import type { OrderOverrides } from '@waybill/contracts/settings';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Orders, Runs } from '@waybill/orders-client';
import { createHttpServer, faultIn, type Guard, type Log, loopbackOnly } from '@waybill/platform';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Registry } from 'prom-client';
import type { Access } from './auth/access.ts';
import { createAuthenticate } from './auth/tokens.ts';
import { createDocumentReader } from './execution/documents.ts';
import { createInProcess } from './execution/in-process.ts';
import { createConnectionCount } from './execution/limits/connection-count.ts';
import type { Limits } from './execution/limits/limits.ts';
import { createQuota } from './execution/limits/quota.ts';
import { createOperations } from './execution/yoga.ts';
import { createHttpBinding } from './http-binding.ts';
import { type Budget, createBudget } from './live/budget.ts';
import { createCallFeed } from './live/call-feed.ts';
import { createChangeFeed, createRunChangeFeed } from './live/change-feed.ts';
import { createChangeFilters } from './live/change-filter.ts';
import { createOrderWatches } from './live/order-watches.ts';
import { createRunChangeFilters } from './live/run-change-filter.ts';
import { createRunSnapshots } from './live/run-snapshot.ts';
import { createRunSource } from './live/run-source.ts';
import { createSnapshots } from './live/snapshot.ts';
import { createWatches } from './live/watches.ts';
import { createGatewayMetrics, isStream, reportUsage, timed } from './metrics.ts';
import type { Book, RunBook } from './order-book.ts';
import { createUserContextPort } from './ports/aggregation/user-context.ts';
import { createAuditPort } from './ports/audit.ts';
import { createCataloguePort } from './ports/catalogue.ts';
import { createChaosPort } from './ports/chaos.ts';
import { createOrderPort } from './ports/orders.ts';
import type { Quota } from './ports/quota.ts';
import { createRunPort } from './ports/runs.ts';
import { createServicesPort } from './ports/services.ts';
import type { ObserveVerdict } from './ports/timed-verdict.ts';
import { drain } from './transports/drain.ts';
import { createDashboard, type DashboardOptions } from './transports/http/dashboard/dashboard.ts';
import { createJsonFastPath } from './transports/http/json-fast-path.ts';
import { createReadiness } from './transports/http/readiness.ts';
import { createRouter } from './transports/http/router.ts';
import { createRest } from './transports/rest/rest.ts';
import { createSocketServer } from './transports/ws/socket-server.ts';

export type GatewayOptions = {
  orders: Orders;
  runs: Runs;
  book: Book & { runs: RunBook } & Partial<Pick<OrderBookClient, 'close'>>;
  providers: Pick<ProvidersClient, 'inventory' | 'chaos' | 'context' | 'ready' | 'audit'>;
  access: Access;
  /** The built dashboard; without one the gateway serves everything else. */
  dashboard?: DashboardOptions | undefined;
  guard?: Guard;
  limits: Limits;
  log: Log;
  /** Where what it does is counted; nowhere without. */
  registry?: Registry | undefined;
  host: string;
  port: number;
  /** An order's page in the engine's own UI. */
  linkTo?: ((orderId: string) => string) | undefined;
  /** The same of a run. */
  linkToRun?: ((runId: string) => string) | undefined;
  verdictTimeoutMs: number;
  /** What orders that are placed here get instead of the defaults. */
  overrides?: OrderOverrides | undefined;
  /** How long a stopping gateway answers as before, and is not ready: so that balancers notice before it closes. */
  drainDelayMs?: number | undefined;
  /** How long connections have to end by themselves when the gateway stops. */
  graceMs: number;
  now: () => Date;
  newId: () => string;
};

export type Gateway = {
  url: string;
  /** What its clients hold open: connections of their users, watches of orders and runs, and subscribers to these. */
  usage: () => { connections: number; watches: number; subscribers: number };
  stop: () => Promise<void>;
};

/** An order is written to the order book before its workflow ends; the write may take this long. */
const bookLagMs = 1_000;

/** Serves GraphQL over HTTP, server-sent events and WebSocket, all on one port. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { access, guard = loopbackOnly, limits, log, registry, now, newId } = options;
  const live = createLive(options);
  const quota = createQuota(limits.costPerSecond, now);
  const observe = registry && createGatewayMetrics(registry);
  const ports = createPorts(options, live, quota, observe?.observeVerdict);
  const authenticate = createAuthenticate(access.tokens, now);
  const connections = createConnectionCount(limits.socketsPerUser);
  const http = createHttpBinding({ access, connections, now, newId });
  const operations = createOperations({ ports, peek: live.watches.peek, access, limits, quota, http, log, observe });
  const documentOf = createDocumentReader(access.trustedDocuments);
  const jsonFastPath = createJsonFastPath({ operations, documentOf, limits, log, ...observe });

  let draining = false;
  const ready = createReadiness({ ...options, draining: () => draining });
  const { bodyBytes } = limits;
  const stopping = new AbortController();
  const tools = { ...createInProcess({ operations, log }), connections, now };
  const { allowedOrigins, openAliases } = access;
  const rest = createRest({
    ...{ tools, log, bodyBytes, authenticate, allowedOrigins, openAliases },
    stopping: stopping.signal,
  });
  const answer = createRouter({
    ...{ operations, jsonFastPath, rest, dashboard: createDashboard(options.dashboard), bodyBytes, authenticate },
    ...{ access, guard, ready, now, newId },
  });
  const onFault = (error: unknown) => log.error({ error: faultIn(error) }, 'a connection failed');
  const sockets = createSocketServer({
    ...{ operations, documentOf, authenticate, connections },
    ...{ limits, guard, allowedOrigins, now, newId, onFault },
  });
  const server = createHttpServer({
    answer: timed(answer, observe?.observeRequest),
    upgrade: sockets.upgrade,
    onFault,
  });
  const url = await server.listen(options);
  if (registry) reportUsage({ connections, order: live.watches, run: live.runs.watches }, registry);

  return {
    url,
    usage: () => ({
      connections: connections.size,
      watches: live.watches.size + live.runs.watches.size,
      subscribers: live.watches.subscribers + live.runs.watches.subscribers,
    }),
    async stop() {
      draining = true;
      await pause(options.drainDelayMs ?? 0);
      stopping.abort();
      await server.close(options.graceMs, async () => {
        // A client resumes a stream that is cut; "complete" would mean that the order has ended.
        const streams = server.responses().filter(isStream);
        await Promise.all([sockets.drain(), drain(streams, (response) => response.destroy())]);
      });
      sockets.stop();
      live.watches.stop();
      live.changeFeed.stop();
      live.calls.stop();
      live.runs.watches.stop();
      live.runs.changeFeed.stop();
    },
  };
}

function createLive(options: GatewayOptions) {
  const { orders, book, limits, log, now, linkTo } = options;
  const snapshots = createSnapshots(now, linkTo);
  const changeFeed = createChangeFeed(book, log);
  const longPolls = createBudget(limits.longPolls);
  const watches = createOrderWatches({ orders, book, changes: changeFeed, snapshots, longPolls, bookLagMs, log });
  const runs = createLiveRuns(options, longPolls);
  const calls = createCallFeed(options.providers.chaos, log);
  return { snapshots, changeFeed, changeFilters: createChangeFilters(snapshots), watches, runs, calls };
}

/** Runs are watched as orders are, and share the budget of long polls with them. */
function createLiveRuns({ runs, book, log, now, linkToRun }: GatewayOptions, longPolls: Budget) {
  const snapshots = createRunSnapshots(now, linkToRun);
  const source = createRunSource({ runs, book: book.runs, snapshots });
  const changeFeed = createRunChangeFeed(book.runs, log);
  const watches = createWatches({ source, changes: changeFeed, longPolls, bookLagMs, log });
  return { snapshots, source, changeFeed, changeFilters: createRunChangeFilters(snapshots), watches };
}

function createPorts(
  options: GatewayOptions,
  live: ReturnType<typeof createLive>,
  quota: Quota,
  observeVerdict: ObserveVerdict | undefined,
) {
  const { orders, runs, book, providers, log, now, newId, verdictTimeoutMs, overrides = {} } = options;
  const shared = { quota, log, now, newCommandId: newId, verdictTimeoutMs, observeVerdict, overrides };
  return {
    orders: createOrderPort({ orders, book, ...live, ...shared }),
    runs: createRunPort({ runs, book: book.runs, ...live.runs, ...shared }),
    userContexts: createUserContextPort(providers),
    catalogue: createCataloguePort(providers, { now, newKey: newId }),
    chaos: createChaosPort(providers, live.calls, quota),
    services: createServicesPort({ orders, book, providers, now }),
    audit: createAuditPort({ providers, book, now }),
  };
}
