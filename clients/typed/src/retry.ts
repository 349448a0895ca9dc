import { backoffMs, type Pause } from './backoff.ts';
import { TokenRefused, Unavailable } from './errors.ts';

export type RetryOptions = { pause: Pause; random: () => number };

/**
 * Retries a stream until the server completes it. Each attempt resumes where the one before ended. A token that was accepted
 * and is refused now has expired: it is renewed each time; one that is refused from the start is renewed once.
 */
export async function* withRetries<Data>(
  attempt: () => AsyncIterable<Data>,
  { pause, random }: RetryOptions,
  cancelled: AbortSignal,
): AsyncGenerator<Data, void, void> {
  let failures = 0;
  let renewed = false;
  while (!cancelled.aborted) {
    try {
      for await (const result of attempt()) {
        failures = 0;
        renewed = false;
        yield result;
      }
      return;
    } catch (error) {
      if (cancelled.aborted) return;
      if (error instanceof TokenRefused) {
        if (renewed && !error.accepted) throw error.error;
        if (renewed) await pause(backoffMs(failures++, random), cancelled);
        renewed = true;
      } else if (error instanceof Unavailable) {
        await pause(Math.max(error.retryAfterMs, backoffMs(failures++, random)), cancelled);
      } else {
        throw error;
      }
    }
  }
}
