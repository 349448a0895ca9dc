import { setTimeout as pause } from 'node:timers/promises';
import { oneAtATime } from './one-at-a-time.ts';

/** Prometheus waits ten seconds for a whole scrape, and less where it scrapes more often. */
const scrapePatienceMs = 500;

/**
 * A value that a scrape or a probe reads from another service; undefined if it fails or is late: a database that hangs
 * must not hide the other metrics.
 */
export function inTime<Answer>(
  ask: () => Promise<Answer>,
  patienceMs: number = scrapePatienceMs,
): () => Promise<Answer | undefined> {
  const query = oneAtATime(() => ask().catch(() => undefined)); // probes must not take one connection after the other
  return () => {
    const answered = new AbortController();
    const late = pause(patienceMs, undefined, { signal: answered.signal }).catch(() => undefined);
    return Promise.race([query(), late]).finally(() => answered.abort());
  };
}
