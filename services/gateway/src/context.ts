import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '@waybill/graphql';
import type { Caller } from './desks/caller.ts';
import { viewerOf } from './viewer.ts';

export type Desks = {
  orders: (caller: Caller) => Context['orders'];
  catalogue: (correlationId: string) => Context['catalogue'];
  chaos: (correlationId: string) => Context['chaos'];
};

/** What every operation knows, whichever way it came. */
export function contextFor(desks: Desks, headers: IncomingHttpHeaders, correlationId: string): Context {
  const viewer = viewerOf({ authorization: headers.authorization ?? null });
  const caller: Caller = {
    viewer,
    correlationId,
    idempotencyKey: one(headers['idempotency-key']),
    lastEventId: one(headers['last-event-id']),
  };
  return {
    viewer,
    correlationId,
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
