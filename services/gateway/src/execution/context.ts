import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '@waybill/graphql';
import type { Session } from '../auth/session.ts';
import type { Caller } from '../ports/caller.ts';
import type { Delivery } from './result-stream.ts';

/** What a transport hands to an operation. */
export type ServerContext = {
  /** Of the request, or of the one that opened its socket. */
  headers: IncomingHttpHeaders;
  correlationId: string;
  /** Who speaks. Rejects with `UNAUTHENTICATED` when that cannot be believed. */
  authenticate: () => Promise<Session>;
  /** Calls back when whoever asked over HTTP has gone, also where that was before. */
  whenGone?: (then: () => void) => void;
  /** Where the results of a subscription go, when the transport sends them itself. */
  delivery?: Delivery;
};

/** What every operation knows, whichever way it came. */
export type GatewayContext = Context & { session: Session; delivery?: Delivery | undefined };

export type Desks = {
  orders: (caller: Caller) => Context['orders'];
  catalogue: (correlationId: string) => Context['catalogue'];
  chaos: (correlationId: string) => Context['chaos'];
};

type Surroundings = { desks: Desks; limits: Context['limits'] };

export function contextFor(surroundings: Surroundings, carried: ServerContext, session: Session): GatewayContext {
  const { desks, limits } = surroundings;
  const { headers, correlationId, delivery } = carried;
  const { viewer } = session;
  const caller: Caller = {
    viewer,
    correlationId,
    idempotencyKey: headers['idempotency-key']?.toString() ?? null,
    lastEventId: one(headers['last-event-id']),
  };
  return {
    session,
    delivery,
    viewer,
    correlationId,
    limits,
    orders: desks.orders(caller),
    catalogue: desks.catalogue(correlationId),
    chaos: desks.chaos(correlationId),
  };
}

/** A correlation id goes into headers and logs: what is not safe there is replaced by a new one. */
export function correlationIdOf(headers: IncomingHttpHeaders, newId: () => string): string {
  const given = one(headers['x-correlation-id']);
  return given && /^[\x21-\x7e]{1,128}$/.test(given) ? given : newId();
}

const one = (header: string | string[] | undefined): string | null => header?.toString() || null;
