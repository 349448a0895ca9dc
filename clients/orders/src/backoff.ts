import { setTimeout as timeout } from 'node:timers/promises';

/** Waits, or less: it ends quietly as soon as the signal is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  timeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

/** Twice as long after each failure, up to five seconds, and never two callers alike. */
export const backoffMs = (failures: number, dice: () => number = Math.random): number =>
  Math.min(5_000, 100 * 2 ** failures) * (0.5 + dice() / 2);
