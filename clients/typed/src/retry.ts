import { backoffMs, type Pause } from './backoff.ts';
import { TokenRefused, Unavailable } from './errors.ts';

export type RetryOptions = { pause: Pause; random: () => number };

/**
 * Follows something until the server completes it, through whatever cuts the connection. Each attempt begins where the one
 * before ended. A token that had been taken and is refused now has run out: it is renewed, and so again and again; one that
 * is refused from the start is renewed once.
 */
export async function* withRetries<Data>(
  attempt: () => AsyncIterable<Data>,
  { pause, random }: RetryOptions,
  left: AbortSignal,
): AsyncGenerator<Data, void, void> {
  let failures = 0;
  let renewed = false;
  while (!left.aborted) {
    try {
      for await (const news of attempt()) {
        failures = 0;
        renewed = false;
        yield news;
      }
      return;
    } catch (error) {
      if (left.aborted) return;
      if (error instanceof TokenRefused) {
        if (renewed && !error.accepted) throw error.error;
        if (renewed) await pause(backoffMs(failures++, random), left);
        renewed = true;
      } else if (error instanceof Unavailable) {
        await pause(Math.max(error.retryAfterMs, backoffMs(failures++, random)), left);
      } else {
        throw error;
      }
    }
  }
}
