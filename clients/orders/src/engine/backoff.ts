import { setTimeout as timeout } from 'node:timers/promises';

/** Waits for a time; resolves early when the signal is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  timeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

/** Exponential backoff up to five seconds, with jitter. */
export const backoffMs = (failures: number, random: () => number = Math.random): number =>
  Math.min(5_000, 100 * 2 ** failures) * (0.5 + random() / 2);

/** True when the promise has settled; false if it takes longer. */
export async function settlesWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const settled = new AbortController();
  const wait = pause(ms, settled.signal);
  promise.then(
    () => settled.abort(),
    () => settled.abort(),
  );
  await wait;
  return settled.signal.aborted;
}
