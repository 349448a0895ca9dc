import type { Query } from '@waybill/platform';
import { forgetAnswersBefore } from './answers.ts';

const hourMs = 60 * 60 * 1000;

/** Answers are kept for at least this long. */
const keptMs = 24 * hourMs;

/** Forgets old answers, now and every hour, until it is told to stop. */
export function sweepAnswers(query: Query, now: () => Date, failed: (error: unknown) => void): () => void {
  const sweep = () => forgetAnswersBefore(query, new Date(now().getTime() - keptMs)).catch(failed);
  void sweep();
  const hourly = setInterval(() => void sweep(), hourMs);
  return () => clearInterval(hourly);
}
