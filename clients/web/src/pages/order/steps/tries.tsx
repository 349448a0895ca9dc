import type { Look } from '../../../order/saga.ts';
import { Countdown } from '../../../time/countdown.tsx';
import styles from './steps.module.css';

type Work = {
  attempt: number;
  maxAttempts?: number | null;
  nextAttemptAt?: string | null;
  error?: { code: string; message: string } | null;
};

/** The attempts, the last error, and the time of the next attempt. */
export function Tries({ work, look }: { work: Work; look: Look }) {
  const { attempt, maxAttempts, nextAttemptAt, error } = work;
  if (attempt < 2 && !error) return null;
  return (
    <p className={styles.tries}>
      <span>{maxAttempts ? `Attempt ${attempt} of ${maxAttempts}` : `Attempt ${attempt}`}</span>
      {error && (
        <span className={styles.error}>
          <code>{error.code}</code> {error.message}
        </span>
      )}
      {look === 'retrying' && nextAttemptAt && (
        <span className={styles.next}>
          next attempt in <Countdown until={nextAttemptAt} />
        </span>
      )}
    </p>
  );
}
