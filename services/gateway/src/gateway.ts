import type { ServerResponse } from 'node:http';
import type { OrderOverrides } from '@waybill/contracts/settings';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Orders } from '@waybill/orders-client';
import { createHttpServer, faultIn, type Guard, type Log, loopbackOnly } from '@waybill/platform';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Access } from './auth/access.ts';
import { sessionsOf } from './auth/tokens.ts';
import { documentsFrom } from './execution/documents.ts';
import { presenceOf } from './execution/limits/connection-count.ts';
import type { Limits } from './execution/limits/limits.ts';
import { createQuota } from './execution/limits/quota.ts';
import { operationsOn } from './execution/yoga.ts';
import { budgetOf } from './live/budget.ts';
import { changesOf } from './live/change-feed.ts';
import { meaningsOf } from './live/change-filter.ts';
import { watchingOn } from './live/order-watches.ts';
import { snapshotsOf } from './live/snapshot.ts';
import type { Book } from './order-book.ts';
import { catalogueDesk } from './ports/catalogue.ts';
import { chaosDesk } from './ports/chaos.ts';
import { orderDesks } from './ports/orders.ts';
import { farewell } from './transports/drain.ts';
import { jsonDoor } from './transports/http/json-fast-path.ts';
import { readinessOf } from './transports/http/readiness.ts';
import { routing } from './transports/http/router.ts';
import { openSockets } from './transports/ws/socket-server.ts';
import { createHttpBinding } from './transports/yoga.ts';

export type GatewayParts = {
  orders: Orders;
  book: Book & Partial<Pick<OrderBookClient, 'close'>>;
  providers: Pick<ProvidersClient, 'inventory' | 'chaos'>;
  access: Access;
  guard?: Guard;
  limits: Limits;
  log: Log;
  host: string;
  port: number;
  /** An order's page in the engine's own UI. */
  linkTo?: ((orderId: string) => string) | undefined;
  verdictTimeoutMs: number;
  /** What enters with the orders that are placed here, where that is not as usual. */
  overrides?: OrderOverrides | undefined;
  /** How long those who are told to go have before they are hung up on. */
  graceMs: number;
  now: () => Date;
  newId: () => string;
};

export type Gateway = {
  url: string;
  /** What its clients hold open: seats of their users, watches of orders, and subscribers to these. */
  holds: () => { seats: number; watches: number; subscribers: number };
  stop: () => Promise<void>;
};

/** Opens GraphQL over HTTP, server-sent events and WebSocket, all on one port. */
export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { orders, book, providers, access, guard = loopbackOnly, limits, log, now, newId } = parts;
  const snapshots = snapshotsOf(now, parts.linkTo);
  const changes = changesOf(book, log);
  const longPolls = budgetOf(limits.longPolls);
  const watching = watchingOn({ orders, book, changes, snapshots, longPolls, bookLagMs: 1_000, log });
  const { verdictTimeoutMs } = parts;
  const quota = createQuota(limits.costPerSecond, now);
  const desks = {
    orders: orderDesks({
      ...{ orders, book, snapshots, watching, changes, meanings: meaningsOf(snapshots), quota },
      ...{ now, newCommandId: newId, verdictTimeoutMs, overrides: parts.overrides ?? {}, log },
    }),
    catalogue: catalogueDesk(providers, { now, newKey: newId }),
    chaos: chaosDesk(providers),
  };
  const sessions = sessionsOf(access.tokens, now);
  const presence = presenceOf(limits.socketsPerUser);
  const http = createHttpBinding({ access, presence, now, newId });
  const operations = operationsOn({ desks, peek: watching.peek, access, limits, quota, http, log });
  const documentOf = documentsFrom(access.trustedDocuments);
  const door = jsonDoor({ operations, documentOf, limits, log });

  let draining = false;
  const ready = readinessOf({ orders, book, draining: () => draining });
  const answer = routing({ operations, door, bodyBytes: limits.bodyBytes, sessions, access, guard, ready, now, newId });
  const onFault = (error: unknown) => log.error({ error: faultIn(error) }, 'a connection failed');
  const { allowedOrigins } = access;
  const sockets = openSockets({
    operations,
    documentOf,
    sessions,
    limits,
    guard,
    allowedOrigins,
    now,
    newId,
    onFault,
    presence,
  });
  const server = createHttpServer({ answer, upgrade: sockets.upgrade, onFault });
  const url = await server.listen(parts);

  return {
    url,
    holds: () => ({ seats: presence.size, watches: watching.size, subscribers: watching.members }),
    async stop() {
      draining = true;
      await server.close(parts.graceMs, async () => {
        // A stream that is cut is taken up again; one that said "complete" would be taken for the order's end.
        const streams = server.responses().filter(isStream);
        await Promise.all([sockets.drain(), farewell(streams, (response) => response.destroy())]);
      });
      sockets.stop();
      watching.stop();
      changes.stop();
    },
  };
}

const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');
