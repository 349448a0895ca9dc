import { Unavailable } from '../protocol/errors.ts';
import type { Pause } from '../timing/backoff.ts';

/** The shortest wait, also where a proxy does not say how long to wait. */
const shortestWaitMs = 1_000;

const rateLimits = /RATE_LIMITED|HTTP_429/;

/** An abort ends a wait, and `once` then throws its reason. */
type Patience = { mostMs: number | undefined; pause: Pause; signal: AbortSignal };

/** Repeats what a rate limit refused, which had no effect, until its waits would exceed `mostMs`. */
export async function withinRateLimit<T>(once: () => Promise<T>, { mostMs, pause, signal }: Patience): Promise<T> {
  for (let waitedMs = 0; ; ) {
    try {
      return await once();
    } catch (error) {
      if (!mostMs || !(error instanceof Unavailable && rateLimits.test(error.code))) throw error;
      const waitMs = Math.max(error.retryAfterMs, shortestWaitMs);
      waitedMs += waitMs;
      if (waitedMs > mostMs) {
        error.message += `; ${waitedMs / 1_000} s is too long`;
        throw error;
      }
      await pause(waitMs, signal, error);
    }
  }
}
