import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

export type Delays = ReturnType<typeof createDelays>;

/** The delays of this process's event loop, and its garbage collections. */
export function createDelays() {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let collectionMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collectionMs = Math.max(collectionMs, duration);
  }).observe({ entryTypes: ['gc'] });
  return {
    /** The longest of each since the last call, in milliseconds. */
    longest: () => {
      const longest = { ms: delay.max / 1e6, collectionMs };
      delay.reset();
      collectionMs = 0;
      return longest;
    },
  };
}
