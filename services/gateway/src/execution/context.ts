import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '@waybill/graphql';
import type { Session } from '../auth/session.ts';
import type { Caller, Price } from '../ports/caller.ts';
import { type Deadline, endless } from './deadline.ts';
import { createLazyPort, forgetPort } from './lazy-port.ts';
import type { OperationTrace } from './operation-trace.ts';
import type { Delivery } from './result-stream.ts';

/** The data that a transport passes to an operation. */
export type ServerContext = {
  /** The headers of the request, or of the one that opened its socket. */
  headers: IncomingHttpHeaders;
  correlationId: string;
  /** Rejects with `UNAUTHENTICATED` when the credentials are not valid. */
  authenticate: () => Promise<Session>;
  /** Calls back when the HTTP client has disconnected, also if that happened before. */
  onDisconnect?: (then: () => void) => void;
  /** Set by a transport that sends the results of subscriptions itself. */
  delivery?: Delivery;
};

/** The context of every operation, on every transport. */
export type GatewayContext = Context & {
  session: Session;
  delivery?: Delivery | undefined;
  deadline: Deadline;
  trace: OperationTrace;
  price: Price;
};

export type Ports = {
  orders: (caller: Caller) => Context['orders'];
  catalogue: (correlationId: string) => Context['catalogue'];
  chaos: (caller: Caller) => Context['chaos'];
  services: Context['services'];
  audit: (correlationId: string) => Context['audit'];
  runs: (caller: Caller) => Context['runs'];
  userContexts: (correlationId: string) => Context['userContexts'];
};

type ContextOptions = { ports: Ports; limits: Context['limits'] };

export function createContext(
  { ports, limits }: ContextOptions,
  given: ServerContext,
  session: Session,
): GatewayContext {
  const { headers, correlationId, delivery } = given;
  const { viewer } = session;
  const price: Price = { ofResult: 1 };
  const caller: Caller = {
    viewer,
    correlationId,
    price,
    idempotencyKey: headers['idempotency-key']?.toString() ?? null,
    lastEventId: firstValueOf(headers['last-event-id']),
  };
  const deadline = endless();
  const trace: OperationTrace = {};
  const shared = { deadline, trace };
  const unhurried = { deadline: endless(), trace };
  return {
    session,
    delivery,
    deadline,
    trace,
    price,
    viewer,
    expiresAt: session.expiresAt,
    correlationId,
    limits,
    orders: createLazyPort(ports.orders, caller, shared),
    catalogue: createLazyPort(ports.catalogue, correlationId, shared),
    chaos: createLazyPort(ports.chaos, caller, shared),
    services: createLazyPort(() => ports.services, undefined, unhurried),
    audit: createLazyPort(ports.audit, correlationId, unhurried),
    runs: createLazyPort(ports.runs, caller, shared),
    userContexts: createLazyPort(ports.userContexts, correlationId, shared),
  };
}

/** A subscription opens its stream through a port, and need not keep the port afterwards. */
export function forgetPorts({ orders, catalogue, chaos, audit, runs, userContexts }: GatewayContext): void {
  for (const port of [orders, catalogue, chaos, audit, runs, userContexts]) forgetPort(port);
}

/** A correlation id is written to headers and logs: an unsafe one is replaced. */
export function correlationIdOf(headers: IncomingHttpHeaders, newId: () => string): string {
  const id = firstValueOf(headers['x-correlation-id']);
  return id && /^[\x21-\x7e]{1,128}$/.test(id) ? id : inOnePiece(newId());
}

/** Flattens the string: V8 keeps a concatenated string as a tree, which takes ten times the bytes for an id. */
const inOnePiece = (id: string): string => Buffer.from(id).toString();

const firstValueOf = (header: string | string[] | undefined): string | null => header?.toString() || null;
