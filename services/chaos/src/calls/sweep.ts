import type { Db } from '@waybill/platform';
import { answersIn } from './answers.ts';

const hourMs = 60 * 60 * 1000;

/** Answers are kept for at least this long. */
const keptMs = 24 * hourMs;

/** Forgets old answers, now and every hour, until it is told to stop. */
export function sweepAnswers(db: Db, now: () => Date, failed: (error: unknown) => void): () => void {
  const sweep = () =>
    answersIn(db)
      .forgetBefore(new Date(now().getTime() - keptMs))
      .catch(failed);
  void sweep();
  const hourly = setInterval(() => void sweep(), hourMs);
  return () => clearInterval(hourly);
}
