import { type Db, HttpProblem, type ServiceEnv } from '@waybill/platform';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Faults } from '../chaos/faults.ts';
import type { Operation, Outcome } from '../chaos/plan.ts';
import type { Given, Once } from './once.ts';
import { refusalAnswer } from './once.ts';
import { NotYet, Refusal, statusOf } from './refusal.ts';

export type Serve<Request> = (request: Request, c: Context<ServiceEnv>) => Promise<Response>;

/** A call that changes something. `act` decides and writes, all in the transaction that its use cases are made for. */
export type Write<UseCases, Request> = {
  operation: Operation | 'inventory.restock';
  status?: 200 | 201;
  act: (useCases: UseCases, request: Request) => Promise<object>;
  /** What a drawn refusal does in life before it is said. */
  strikes?: Partial<Record<Outcome, (useCases: UseCases, request: Request) => Promise<void>>>;
  /** What the answer waits for, outside any transaction. */
  ready?: (useCases: UseCases, request: Request, gone: AbortSignal) => Promise<void>;
};

export type Door<UseCases> = {
  writes: <Request extends object>(write: Write<UseCases, Request>) => Serve<Request>;
  /** Reads are never remembered; with an operation they can be faulty. */
  reads: <Request extends object>(
    read: (useCases: UseCases, request: Request) => Promise<object | undefined>,
    operation?: Operation,
  ) => Serve<Request>;
};

/** The way of a call through one context: fault point, then once, then the use case; and back. */
export function doorOf<UseCases>(db: Db, once: Once, faults: Faults, wire: (db: Db) => UseCases): Door<UseCases> {
  return {
    writes: (write) => (request, c) =>
      faults(c, write.operation, orderOf(request), async (drawn) => {
        const strike = drawn && write.strikes?.[drawn.outcome];
        if (strike) await strike(wire(db), request);
        const call = {
          operation: write.operation,
          key: c.req.header('idempotency-key'),
          request,
          correlationId: c.get('correlationId'),
        };
        const given = await once(call, async (tx) => {
          if (drawn?.effect === 'none') throw new Refusal(drawn.code, drawn.message);
          const body = await write.act(wire(tx), request);
          if (drawn?.effect === 'done')
            return refusalAnswer(new Refusal(drawn.code, drawn.message), call.correlationId);
          return { status: write.status ?? 200, body: JSON.stringify(body) };
        }).catch(named);
        if (given.status < 300) await write.ready?.(wire(db), request, c.req.raw.signal).catch(named);
        return sent(c, given);
      }),
    reads: (read, operation) => (request, c) =>
      faults(c, operation, orderOf(request), async () => {
        const found = await read(wire(db), request).catch(named);
        if (!found) throw new HttpProblem(404, 'UNKNOWN_ORDER', `Nothing is known of ${orderOf(request)}`);
        return c.json(found);
      }),
  };
}

function sent(c: Context<ServiceEnv>, { status, body, replayed }: Given): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const headers = { 'content-type': type, ...(replayed ? { 'idempotency-replayed': 'true' } : {}) };
  return c.body(body, status as ContentfulStatusCode, headers);
}

/** A "no" of the domain becomes a problem with a name; everything else stays the fault that it is. */
function named(error: unknown): never {
  if (error instanceof Refusal) throw new HttpProblem(statusOf[error.code], error.code, error.message);
  if (error instanceof NotYet) throw new HttpProblem(409, error.code, error.message);
  throw error;
}

const orderOf = (request: { orderId?: string }): string | undefined => request.orderId;
