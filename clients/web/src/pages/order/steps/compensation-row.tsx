import tones from '../../../components/tone.module.css';
import { type Compensation, lookOf } from '../../../order/saga.ts';
import { plain } from '../../../order/words.ts';
import { Mark } from './mark.tsx';
import styles from './steps.module.css';
import { Took } from './took.tsx';
import { Tries } from './tries.tsx';

const words = {
  pending: 'To be compensated',
  running: 'Being undone',
  retrying: 'Waits for its next attempt',
  done: 'Undone',
  failed: 'Could not be compensated: a person must act',
  skipped: 'There was nothing to compensate',
  cancelled: 'Stopped',
} as const;

export function CompensationRow({ compensation }: { compensation: Compensation }) {
  const look = lookOf(compensation);
  const { name, settledBy, note } = compensation;
  return (
    <li
      className={`${styles.step} ${styles.compensation} ${tones[look === 'failed' ? 'bad' : 'undo']}`}
      data-look={look}
    >
      <Mark look={look} undo />
      <div className={styles.body}>
        <p className={styles.title}>
          <strong>{plain(name)}</strong>
          <span className={styles.word}>{settledBy ? `Settled by ${settledBy}` : words[look]}</span>
          <Took {...compensation} />
        </p>
        {note && <p className={styles.note}>“{note}”</p>}
        <Tries work={compensation} look={look} />
      </div>
    </li>
  );
}
