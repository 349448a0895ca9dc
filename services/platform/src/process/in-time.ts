import { setTimeout as pause } from 'node:timers/promises';
import { oneAtATime } from './one-at-a-time.ts';

/** Prometheus waits ten seconds for a whole scrape, and less where it scrapes more often. */
const patienceMs = 500;

/** A value that a scrape reads from another service; undefined if it is late: a database that hangs must not hide the other metrics. */
export function inTime<Answer>(ask: () => Promise<Answer>): () => Promise<Answer | undefined> {
  const asked = oneAtATime(() => ask().catch(() => undefined)); // scrapes must not take one connection after the other
  return () => {
    const answered = new AbortController();
    const late = pause(patienceMs, undefined, { signal: answered.signal }).catch(() => undefined);
    return Promise.race([asked(), late]).finally(() => answered.abort());
  };
}
