import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure, activityInfo, CancelledFailure, Context, log } from '@temporalio/activity';
import { type CallOptions, Refused, Unauthorized, Unreachable } from '@waybill/http-client';
import { faultLine } from '@waybill/platform';
import { faultSentence, refusedSentence } from './customer-messages.ts';

/** The result of an activity, and its attempt, which a workflow cannot know otherwise. */
export type Attempted<T> = T & { attempt: number };

/** The order that an activity works for, and the correlation id of the request behind it. */
export type OrderRef = { orderId: string; correlationId: string };

type Run<Request, T> = (request: Request, call: CallOptions) => Promise<T>;

/** Time for a response to travel before the engine times the attempt out, in milliseconds. */
const marginMs = 250;

/** Time between two attempts to connect to a service that is starting, in milliseconds. */
const reconnectMs = 250;

/**
 * Turns a call to a service into an activity. A refusal is not retried and keeps its code; every other error is retried
 * by the engine. The call gets a deadline just below the attempt's own, so that no call outlives its attempt.
 */
export const createActivity =
  <Request extends OrderRef, T extends object>(run: Run<Request, T>) =>
  async (request: Request): Promise<Attempted<T>> => {
    const { attempt, activityType, startToCloseTimeoutMs } = activityInfo();
    const { cancellationSignal: signal } = Context.current();
    const deadlineMs = Math.max(startToCloseTimeoutMs - marginMs, marginMs);
    const { orderId, correlationId } = request;
    const logOutcome = (outcome: string) => log.info(activityType, { orderId, correlationId, attempt, outcome });
    try {
      const done = { ...(await run(request, { correlationId, deadlineMs, signal })), attempt };
      logOutcome('done');
      return done;
    } catch (error) {
      logOutcome(error instanceof Error ? error.name : 'failed');
      throw failureOf(error, attempt, request);
    }
  };

/**
 * Waits, within the attempt, while no connection can be made or the service token is refused: nothing can have happened,
 * and a service that restarts or that has yet to learn a token costs an order none of its attempts.
 */
export const whenReachable =
  <Request extends OrderRef, T>(run: Run<Request, T>): Run<Request, T> =>
  async (request, { deadlineMs = 0, signal, ...call }) => {
    const until = Date.now() + deadlineMs;
    for (let waits = false; ; waits = true) {
      try {
        return await run(request, { ...call, deadlineMs: until - Date.now(), ...(signal ? { signal } : {}) });
      } catch (error) {
        if (!isWithoutEffect(error) || Date.now() + 2 * reconnectMs > until) throw error;
        if (!waits && error instanceof Unauthorized) logRefusedToken(error, request);
        await pause(reconnectMs, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
      }
    }
  };

const isWithoutEffect = (error: unknown): boolean => error instanceof Unreachable || error instanceof Unauthorized;

/** Once in an attempt: a token that is refused is a wrong setting, and no fault that passes. */
function logRefusedToken(error: Unauthorized, { orderId, correlationId }: OrderRef): void {
  const { attempt } = activityInfo();
  log.warn('the service token is refused', { orderId, correlationId, attempt, error: faultLine(error) });
}

/** Time between two heartbeats of a running call, in milliseconds. */
const heartbeatMs = 1_000;

/** Heartbeats while the call runs: an activity learns of its cancellation by heartbeats. */
const withHeartbeat =
  <Request, T>(run: Run<Request, T>): Run<Request, T> =>
  async (request, call) => {
    const context = Context.current();
    const timer = setInterval(() => context.heartbeat(), heartbeatMs);
    try {
      return await run(request, call);
    } finally {
      clearInterval(timer);
    }
  };

/** Turns a call to a provider into an activity. */
export const createProviderActivity = <Request extends OrderRef, T extends object>(run: Run<Request, T>) =>
  createActivity(withHeartbeat(whenReachable(run)));

/** The failure carries a sentence for customers; the log has the original error. */
function failureOf(error: unknown, attempt: number, { orderId, correlationId }: OrderRef): Error {
  if (error instanceof CancelledFailure || error instanceof ApplicationFailure) return error;
  const refused = error instanceof Refused;
  const code = refused ? error.code : 'UNAVAILABLE';
  log.warn('an attempt failed', { orderId, correlationId, attempt, code, error: faultLine(error) });
  const sentence = refused ? refusedSentence(code) : faultSentence;
  return ApplicationFailure.create({ type: code, message: sentence, nonRetryable: refused, details: [{ attempt }] });
}
