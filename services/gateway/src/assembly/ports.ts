import { createFeedLimit } from '../execution/limits/feed-limit.ts';
import { createUserContextPort } from '../ports/aggregation/user-context.ts';
import { createAuditPort } from '../ports/audit.ts';
import { createCataloguePort } from '../ports/catalogue.ts';
import { createChaosPort } from '../ports/chaos.ts';
import { createOrderPort } from '../ports/orders.ts';
import type { Quota } from '../ports/quota.ts';
import { createRunPort } from '../ports/runs.ts';
import { createServicesPort } from '../ports/services.ts';
import type { ObserveVerdict } from '../ports/verdict-time.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Live } from './live.ts';

/** The ports of the schema, implemented with the other services. */
export function createPorts(
  options: GatewayOptions,
  live: Live,
  quota: Quota,
  observeVerdict: ObserveVerdict | undefined,
) {
  const {
    orders,
    runs,
    book,
    providers,
    limits,
    log,
    now,
    newId,
    verdictTimeoutMs,
    overrides = {},
    runOverrides = {},
  } = options;
  const followList = createFeedLimit(limits.feedsPerUser);
  const shared = { quota, followList, log, now, newCommandId: newId, verdictTimeoutMs, observeVerdict, overrides };
  return {
    orders: createOrderPort({ orders, book, ...live, ...shared }),
    runs: createRunPort({ runs, book: book.runs, runOverrides, ...live.runs, ...shared }),
    userContexts: createUserContextPort(providers),
    catalogue: createCataloguePort(providers, { now, newKey: newId }),
    chaos: createChaosPort(providers, live.calls, quota),
    services: createServicesPort({ orders, book, providers, now }),
    audit: createAuditPort({ providers, book, orders, now, shippingQueue: overrides.shippingQueue }),
  };
}
