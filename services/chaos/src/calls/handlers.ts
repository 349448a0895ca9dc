import { HttpProblem, type Query, type ServiceEnv } from '@waybill/platform';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Faults, Handle } from '../chaos/faults.ts';
import type { NamedRefusal } from '../chaos/refusals.ts';
import { isOperation } from '../chaos/settings.ts';
import type { Handler } from '../http/endpoint.ts';
import { NotYet, Refusal, statusOf } from './refusal.ts';
import type { Reply } from './reply-store.ts';
import { type Call, type FinalReply, type RunOnce, refusalReply } from './run-once.ts';
import { runUnitOfWork, type UnitOfWork } from './unit-of-work.ts';

/** A call with an effect. `act` decides and writes within the unit of work of its use cases. */
export type Command<UseCases, Request> = {
  /** Faults are injected into operations of the chaos plan; any other name only scopes idempotency keys. */
  operation: string;
  status?: 200 | 201;
  act: (useCases: UseCases, request: Request, key: string | undefined) => Promise<object>;
  /** The effect that precedes a drawn refusal, such as an expiry; resolves to true when it took place. */
  strike?: (useCases: UseCases, request: Request) => Promise<boolean>;
  /** What the response waits for after the effect is written. */
  ready?: (useCases: UseCases, request: Request, gone: AbortSignal) => Promise<void>;
};

export type Handlers<UseCases> = {
  writes: <Request extends object>(write: Command<UseCases, Request>) => Handler<Request>;
  /** Replies to reads are not stored; with an operation, faults are injected into them. */
  reads: <Request extends object>(
    read: (useCases: UseCases, request: Request) => Promise<object | undefined>,
    operation?: string,
  ) => Handler<Request>;
};

/** Creates the request handlers of one context: fault injection, then idempotency, then the use case. */
export function createHandlers<UseCases>(
  query: Query,
  once: RunOnce,
  faults: Faults,
  wire: (unit: UnitOfWork) => UseCases,
): Handlers<UseCases> {
  const atFaultPoint = (c: Context<ServiceEnv>, operation: string, request: object, handle: Handle) =>
    isOperation(operation) ? faults(c, { operation, orderId: orderOf(request) ?? '-' }, handle) : handle(undefined);

  return {
    writes: (write) => (request, c) =>
      atFaultPoint(c, write.operation, request, async (drawn) => {
        const correlationId = c.get('correlationId');
        const key = c.req.header('idempotency-key');
        const call = { operation: write.operation, key, request, correlationId };
        const effect = (unit: UnitOfWork) => effectOf(write, wire(unit), call, drawn);
        const given = await once(call, effect).catch(named);
        const { ready } = write;
        if (ready && given.status < 300)
          await runUnitOfWork(query, (unit) => ready(wire(unit), request, c.req.raw.signal)).catch(named);
        return sent(c, given);
      }),
    reads:
      (read, operation = '') =>
      (request, c) =>
        atFaultPoint(c, operation, request, async () => {
          const found = await runUnitOfWork(query, (unit) => read(wire(unit), request)).catch(named);
          if (!found) throw new HttpProblem(404, 'UNKNOWN_ORDER', `There is no record of ${orderOf(request)}`);
          return c.json(found);
        }),
  };
}

/** Runs a call's effect and returns the reply, which is a refusal if one was drawn. */
async function effectOf<UseCases, Request>(
  write: Command<UseCases, Request>,
  useCases: UseCases,
  { key, request, correlationId }: Call & { request: Request },
  drawn: NamedRefusal | undefined,
): Promise<Reply> {
  const refusal = drawn && new Refusal(drawn.code, drawn.message);
  if (refusal && drawn.effect === 'none') throw refusal;
  const struck = drawn?.effect === 'struck' && (await write.strike?.(useCases, request));
  if (refusal && struck) return refusalReply(refusal, correlationId);
  const body = await write.act(useCases, request, key);
  if (refusal && drawn.effect === 'done') return refusalReply(refusal, correlationId);
  return { status: write.status ?? 200, body: JSON.stringify(body) };
}

function sent(c: Context<ServiceEnv>, { status, body, replayed }: FinalReply): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const headers = { 'content-type': type, ...(replayed ? { 'idempotency-replayed': 'true' } : {}) };
  return c.body(body, status as ContentfulStatusCode, headers);
}

/** A refusal of the domain becomes a named problem; any other error stays a fault. */
function named(error: unknown): never {
  if (error instanceof Refusal) throw new HttpProblem(statusOf[error.code], error.code, error.message);
  if (error instanceof NotYet) throw new HttpProblem(409, error.code, error.message);
  throw error;
}

/** The owner of a call: the order, or the customer if no order is named. */
const orderOf = (request: { orderId?: string; customerId?: string }): string | undefined =>
  request.orderId ?? request.customerId;
