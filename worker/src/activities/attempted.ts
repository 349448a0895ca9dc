import { ApplicationFailure, activityInfo, CancelledFailure, Context } from '@temporalio/activity';
import { type CallOptions, Refused } from '@waybill/http-client';

/** What an activity brings, and at which attempt: the workflow cannot know it otherwise. */
export type Attempted<T> = T & { attempt: number };

/** How every activity names its order. */
export type Which = { orderId: string; correlationId: string };

/** Time left for the answer to travel before the engine calls the attempt off. */
const marginMs = 250;

/**
 * Makes an activity of a call to a service. A refusal is final and keeps its name; every other error keeps the engine's
 * retries. The call gets a deadline just under the attempt's own, so that no attempt outlives its time.
 */
export const attempted =
  <Request extends Which, T extends object>(run: (request: Request, call: CallOptions) => Promise<T>) =>
  async (request: Request): Promise<Attempted<T>> => {
    const { attempt, startToCloseTimeoutMs } = activityInfo();
    const { cancellationSignal: signal } = Context.current();
    const deadlineMs = Math.max(startToCloseTimeoutMs - marginMs, marginMs);
    try {
      return { ...(await run(request, { correlationId: request.correlationId, deadlineMs, signal })), attempt };
    } catch (error) {
      throw failureOf(error, attempt);
    }
  };

function failureOf(error: unknown, attempt: number): Error {
  if (error instanceof CancelledFailure || error instanceof ApplicationFailure) return error;
  const refused = error instanceof Refused;
  return ApplicationFailure.create({
    type: refused ? error.code : 'UNAVAILABLE',
    message: error instanceof Error ? error.message : String(error),
    nonRetryable: refused,
    details: [{ attempt }],
    ...(error instanceof Error ? { cause: error } : {}),
  });
}
