/** Waits for a time, or until the signal is aborted. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

const firstMs = 250;
const mostMs = 10_000;

/** Exponential backoff with full jitter, so that the clients of a gateway that restarts do not all reconnect at once. */
export const backoffMs = (failures: number, random: () => number): number =>
  Math.round(random() * Math.min(mostMs, firstMs * 2 ** failures));

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
