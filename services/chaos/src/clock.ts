import { setTimeout as sleep } from 'node:timers/promises';

export const systemClock = () => new Date();

/** Waits; rejects as soon as the signal is aborted. */
export const pause = (ms: number, gone: AbortSignal): Promise<void> => sleep(ms, undefined, { signal: gone });

/** Waits until a moment of the system's clock. */
export async function until(moment: Date, gone: AbortSignal): Promise<void> {
  for (let left = msTo(moment); left > 0; left = msTo(moment)) await pause(left, gone);
}

const msTo = (moment: Date) => moment.getTime() - Date.now();
