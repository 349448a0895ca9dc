/** Waits for a time, or until the signal is aborted; `limit` is the rate limit that is waited for, if it is one. */
export type Pause = (ms: number, signal: AbortSignal, limit?: Error) => Promise<void>;

const firstMs = 250;
/** Of the attempts that a restart takes, each is soon: whoever watches is live again within two seconds of it. */
const restart = { attempts: 20, mostMs: 1_500 };
const mostMs = 10_000;

/**
 * Exponential backoff with full jitter, so that the clients of a gateway that restarts do not all reconnect at once. It
 * pauses at a second and a half for as long as a restart may take.
 */
export const backoffMs = (failures: number, random: () => number): number => Math.round(random() * longestMs(failures));

const longestMs = (failures: number) =>
  failures < restart.attempts
    ? Math.min(restart.mostMs, firstMs * 2 ** failures)
    : Math.min(mostMs, restart.mostMs * 2 ** (failures + 1 - restart.attempts));

export const pause: Pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
  });
