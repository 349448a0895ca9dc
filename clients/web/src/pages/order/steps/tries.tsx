import { attemptWord, lookOf } from '../../../order/saga.ts';
import { Countdown } from '../../../time/countdown.tsx';
import styles from './steps.module.css';

type Work = {
  status: string;
  attempt: number;
  maxAttempts?: number | null;
  nextAttemptAt?: string | null;
  error?: { code: string; message: string } | null;
};

/** The attempts, the last error, and the time of the next attempt. */
export function Tries({ work }: { work: Work }) {
  const { attempt, nextAttemptAt, error } = work;
  if (attempt < 2 && !error) return null;
  return (
    <p className={styles.tries}>
      <span>{attemptWord(work)}</span>
      {error && (
        <span className={styles.error}>
          <code>{error.code}</code> {error.message}
        </span>
      )}
      {lookOf(work) === 'retrying' && nextAttemptAt && (
        <span className={styles.next}>
          next attempt in <Countdown until={nextAttemptAt} />
        </span>
      )}
    </p>
  );
}
