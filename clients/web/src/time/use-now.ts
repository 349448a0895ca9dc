import { useSyncExternalStore } from 'react';
import { serverClock } from './server-clock.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = serverClock.now();

function tick(): void {
  now = serverClock.now();
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (timer === undefined) {
    now = serverClock.now();
    timer = setInterval(tick, 1_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * A text that depends on the server's time: computed each second by one shared timer, rendered only when it changes.
 */
export const useByTime = (text: (now: number) => string): string => useSyncExternalStore(subscribe, () => text(now));

/** The server's time in milliseconds, updated each second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
