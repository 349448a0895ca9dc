import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure, activityInfo, CancelledFailure, Context, log } from '@temporalio/activity';
import { type CallOptions, Refused, Unreachable } from '@waybill/http-client';
import { faultLine } from '@waybill/platform';
import { faultSentence, refusedSentence } from './sentences.ts';

/** What an activity brings, and at which attempt: the workflow cannot know it otherwise. */
export type Attempted<T> = T & { attempt: number };

/** How every activity names its order. */
export type Which = { orderId: string; correlationId: string };

type Run<Request, T> = (request: Request, call: CallOptions) => Promise<T>;

/** Time left for the answer to travel before the engine calls the attempt off. */
const marginMs = 250;

/** How often to knock at a service that is just starting. */
const knockMs = 250;

/**
 * Makes an activity of a call to a service. A refusal is final and keeps its name; every other error keeps the engine's
 * retries. The call gets a deadline just under the attempt's own, so that no attempt outlives its time.
 */
export const attempted =
  <Request extends Which, T extends object>(run: Run<Request, T>) =>
  async (request: Request): Promise<Attempted<T>> => {
    const { attempt, activityType, startToCloseTimeoutMs } = activityInfo();
    const { cancellationSignal: signal } = Context.current();
    const deadlineMs = Math.max(startToCloseTimeoutMs - marginMs, marginMs);
    const { orderId, correlationId } = request;
    const tell = (outcome: string) => log.info(activityType, { orderId, correlationId, attempt, outcome });
    try {
      const done = { ...(await run(request, { correlationId, deadlineMs, signal })), attempt };
      tell('done');
      return done;
    } catch (error) {
      tell(error instanceof Error ? error.name : 'failed');
      throw failureOf(error, attempt, request);
    }
  };

/**
 * Waits, within the attempt, while nobody listens at the service: nothing was sent, so nothing can have happened, and a
 * service that starts again costs an order none of its attempts.
 */
export const onceReached =
  <Request, T>(run: Run<Request, T>): Run<Request, T> =>
  async (request, { deadlineMs = 0, signal, ...call }) => {
    const until = Date.now() + deadlineMs;
    for (;;) {
      try {
        return await run(request, { ...call, deadlineMs: until - Date.now(), ...(signal ? { signal } : {}) });
      } catch (error) {
        if (!(error instanceof Unreachable) || Date.now() + 2 * knockMs > until) throw error;
        await pause(knockMs, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
      }
    }
  };

/** How often a running call asks whether it is still wanted. */
const pulseMs = 1_000;

/** Heartbeats while it runs: that is how an activity learns that it was cancelled, and leaves. */
const pulsing =
  <Request, T>(run: Run<Request, T>): Run<Request, T> =>
  async (request, call) => {
    const context = Context.current();
    const timer = setInterval(() => context.heartbeat(), pulseMs);
    try {
      return await run(request, call);
    } finally {
      clearInterval(timer);
    }
  };

/** Makes an activity of a call to a provider. */
export const providerActivity = <Request extends Which, T extends object>(run: Run<Request, T>) =>
  attempted(pulsing(onceReached(run)));

/** The order says in plain words what went wrong; in the words of whoever said it, the log does. */
function failureOf(error: unknown, attempt: number, { orderId, correlationId }: Which): Error {
  if (error instanceof CancelledFailure || error instanceof ApplicationFailure) return error;
  const refused = error instanceof Refused;
  const code = refused ? error.code : 'UNAVAILABLE';
  log.warn('an attempt failed', { orderId, correlationId, attempt, code, error: faultLine(error) });
  const message = refused ? refusedSentence(code) : faultSentence;
  return ApplicationFailure.create({ type: code, message, nonRetryable: refused, details: [{ attempt }] });
}
