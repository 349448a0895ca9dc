import type { Database, Query } from '@waybill/platform';

const hourMs = 60 * 60 * 1000;

/** An answer is kept for at least this long. */
const answerKeptMs = 24 * hourMs;

/**
 * A line of the log of draws is kept for at least this long, and counted in the distributions until then. How often an
 * order was called and what is pinned for it are kept for ever, so that what a later call draws does not change.
 */
const drawKeptMs = 7 * 24 * hourMs;

/** Forgets what is old enough. */
export async function sweep(query: Query, now: Date): Promise<void> {
  await query('delete from chaos.answers where answered_at < $1', [new Date(now.getTime() - answerKeptMs)]);
  await query('delete from chaos.draws where at < $1', [new Date(now.getTime() - drawKeptMs)]);
}

/** Sweeps now and every hour, until it is told to stop. */
export function sweepHourly(
  { patiently }: Pick<Database, 'patiently'>,
  now: () => Date,
  failed: (error: unknown) => void,
): () => void {
  const once = () => void patiently((query) => sweep(query, now())).catch(failed);
  once();
  const hourly = setInterval(once, hourMs);
  return () => clearInterval(hourly);
}
