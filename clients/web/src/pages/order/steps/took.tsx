import { duration } from '../../../time/format.ts';
import { Moment } from '../../../time/moment.tsx';
import styles from './steps.module.css';

type TookProps = { startedAt?: string | null; finishedAt?: string | null };

/** The start and the duration. */
export function Took({ startedAt, finishedAt }: TookProps) {
  if (!startedAt) return null;
  return (
    <span className={styles.took}>
      <Moment at={startedAt} />
      {finishedAt && <span>{duration(Date.parse(finishedAt) - Date.parse(startedAt))}</span>}
    </span>
  );
}
