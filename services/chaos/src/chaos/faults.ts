import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { HttpProblem, type ServiceEnv } from '@waybill/platform';
import type { Context } from 'hono';
import { chance } from './draw.ts';
import type { Drawn, Ledger } from './draws.ts';
import type { Operation } from './plan.ts';
import { type NamedRefusal, refusalOf } from './refusals.ts';

export type Subject = { operation: Operation; orderId: string };

/** Handles a call, with the refusal that was drawn for it. */
export type Handle = (drawn: NamedRefusal | undefined) => Promise<Response>;

/** Injects faults: before a call's effect, and after it. */
export type Faults = (c: Context<ServiceEnv>, subject: Subject, handle: Handle) => Promise<Response>;

export type FaultTimes = {
  /** Added to every call. */
  latencyMs: number;
  /** How long a call hangs before its connection is cut. */
  hangMs: number;
  /** The range that a slow call's delay comes from. */
  slowMs: { from: number; to: number };
};

export type FaultDeps = FaultTimes & {
  ledger: Pick<Ledger, 'draw'>;
  /** Waits; rejects when the signal is aborted. */
  pause: (ms: number, gone: AbortSignal) => Promise<void>;
};

export function createFaults({ ledger, pause, latencyMs, hangMs, slowMs }: FaultDeps): Faults {
  const slowness = (subject: Subject, drawn: Drawn) =>
    slowMs.from + chance({ ...subject, ...drawn }, 'slowness') * (slowMs.to - slowMs.from);

  const meet = async (c: Context<ServiceEnv>, subject: Subject, handle: Handle): Promise<Response> => {
    const drawn = await ledger.draw(subject.orderId, subject.operation);
    const wait = (ms: number) => pause(ms, c.req.raw.signal);
    if (latencyMs > 0) await wait(latencyMs);
    switch (drawn.outcome) {
      case 'success':
        return handle(undefined);
      case 'server_error':
        throw new HttpProblem(500, 'PROVIDER_ERROR', 'The provider failed before any effect');
      case 'carrier_error':
        throw new HttpProblem(503, 'CARRIER_ERROR', 'The carrier is temporarily unavailable');
      case 'temporary_failure':
        throw new HttpProblem(503, 'TEMPORARY_FAILURE', 'The message could not be sent; try again later');
      case 'timeout':
        await wait(hangMs);
        return cut(c);
      case 'slow':
        await wait(slowness(subject, drawn));
        return handle(undefined);
      case 'lost_reply':
        await Promise.allSettled([handle(undefined)]);
        return cut(c);
      case 'duplicate': {
        const first = handle(undefined);
        await Promise.allSettled([first]);
        await Promise.allSettled([handle(undefined)]);
        return first;
      }
      default:
        return handle(refusalOf(drawn.outcome));
    }
  };

  return (c, subject, handle) => meet(c, subject, handle).catch((error: unknown) => silentWhenAlone(c, error));
}

/** A client that disconnected needs no response, and what its disconnect interrupted is not a fault. */
function silentWhenAlone(c: Context<ServiceEnv>, error: unknown): Response {
  if (c.req.raw.signal.aborted) return RESPONSE_ALREADY_SENT;
  throw error;
}

/** Closes the connection without a response. */
function cut(c: Context<ServiceEnv>): Response {
  (c.env as Partial<HttpBindings>).outgoing?.destroy();
  return RESPONSE_ALREADY_SENT;
}
