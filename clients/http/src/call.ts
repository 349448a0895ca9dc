import { Problem } from '@waybill/contracts';
import { carried, isTracing } from '@waybill/tracing';
import { type Dispatcher, Pool } from 'undici';
import type { z } from 'zod';
import { tracedCall } from './call-span.ts';
import { Refused, Unauthorized, Unavailable, Unreachable } from './errors.ts';

export type CallerSettings = {
  baseUrl: string;
  /** Problem codes that are refusals. Every other response that is not 2xx is a fault. */
  refusals: readonly string[];
  /** The token sent to services that require one. */
  serviceToken?: string | undefined;
  /** The most connections kept open. */
  connections?: number;
  /** How long a call waits for its answer, where the call itself does not say. */
  deadlineMs?: number;
};

/** The options of a call. */
export type CallOptions = {
  correlationId?: string;
  idempotencyKey?: string;
  /** Gives up after this many milliseconds. */
  deadlineMs?: number;
  signal?: AbortSignal;
};

export type Call = { method: Dispatcher.HttpMethod; path: string; body?: unknown } & CallOptions;

export type Caller = {
  <T>(call: Call, answer: z.ZodType<T>): Promise<T>;
  close: () => Promise<void>;
};

const defaultDeadlineMs = 30_000;

/**
 * Typed JSON over persistent connections. Resolves with the parsed response, rejects with `Refused` or `Unavailable`,
 * or with the caller's own abort. Never retries: that is for the caller to decide.
 */
export function createCaller(settings: CallerSettings): Caller {
  const { baseUrl, refusals, serviceToken, connections = 64, deadlineMs = defaultDeadlineMs } = settings;
  const address = new URL(baseUrl);
  const { origin, pathname } = address;
  const pool = new Pool(origin, { connections, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 5_000 } });
  const prefix = pathname.replace(/\/$/, '');
  const authorization: Headers = serviceToken === undefined ? {} : { authorization: `Bearer ${serviceToken}` };

  const call = async <T>(request: Call, answer: z.ZodType<T>): Promise<T> => {
    const { status, text } = await exchange(pool, { prefix, authorization }, { deadlineMs, ...request });
    const body = jsonIn(text);
    if (status < 300) return parsed(answer, body, request);
    const problem = Problem.safeParse(body);
    if (problem.success && refusals.includes(problem.data.code)) {
      throw new Refused(problem.data.code, problem.data.detail ?? problem.data.title, problem.data.fields);
    }
    if (status === 401) throw new Unauthorized(`${nameOf(request)} answered 401: WAYBILL_SERVICE_TOKEN is refused`);
    throw new Unavailable(`${nameOf(request)} answered ${status}`);
  };
  return Object.assign(isTracing() ? tracedCall(call, address) : call, { close: () => pool.destroy() });
}

type Headers = Record<string, string>;
type Target = { prefix: string; authorization: Headers };

async function exchange(pool: Pool, { prefix, authorization }: Target, request: Call & { deadlineMs: number }) {
  const { method, path, body, deadlineMs, signal } = request;
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const reply = await pool.request({
      method,
      path: prefix + path,
      headers: { ...headersOf(request), ...authorization, ...(isTracing() ? carried() : {}) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    return { status: reply.statusCode, text: await reply.body.text() };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (nobodyListens(error)) throw new Unreachable(`${nameOf(request)} found nobody listening`);
    throw new Unavailable(
      `${nameOf(request)} got no answer: ${deadline.aborted ? `${deadlineMs} ms are over` : reason(error)}`,
    );
  }
}

function headersOf({ body, correlationId, idempotencyKey }: Call): Headers {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(correlationId === undefined ? {} : { 'x-correlation-id': correlationId }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

function parsed<T>(answer: z.ZodType<T>, body: unknown, request: Call): T {
  const read = answer.safeParse(body);
  if (read.success) return read.data;
  throw new Unavailable(`${nameOf(request)} answered in a shape that is not the contract's`);
}

function jsonIn(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const nameOf = ({ method, path }: Call) => `${method} ${path}`;

const nobodyListens = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
