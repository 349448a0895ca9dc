import { setTimeout as timeout } from 'node:timers/promises';

/** Waits, or less: it ends quietly as soon as the signal is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  timeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

/** Twice as long after each failure, up to five seconds, and never two callers alike. */
export const backoffMs = (failures: number, random: () => number = Math.random): number =>
  Math.min(5_000, 100 * 2 ** failures) * (0.5 + random() / 2);

/** True as soon as the promise has settled either way; false when it takes longer. */
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
