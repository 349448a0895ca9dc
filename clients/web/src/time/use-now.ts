import { useSyncExternalStore } from 'react';
import { createListeners } from '../data/listeners.ts';
import { serverClock } from './server-clock.ts';

const listeners = createListeners();
let timer: ReturnType<typeof setInterval> | undefined;
let now = serverClock.now();

function tick(): void {
  now = serverClock.now();
  listeners.notify();
}

function subscribe(listener: () => void) {
  const unsubscribe = listeners.subscribe(listener);
  if (timer === undefined) {
    now = serverClock.now();
    timer = setInterval(tick, 1_000);
  }
  return () => {
    unsubscribe();
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
