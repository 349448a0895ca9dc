import { setTimeout as sleep } from 'node:timers/promises';

export const systemClock = () => new Date();

/** Waits until a moment of the system's clock. Rejects as soon as the signal says that nobody waits any more. */
export async function until(moment: Date, gone: AbortSignal): Promise<void> {
  for (let left = msTo(moment); left > 0; left = msTo(moment)) await sleep(left, undefined, { signal: gone });
}

const msTo = (moment: Date) => moment.getTime() - Date.now();
