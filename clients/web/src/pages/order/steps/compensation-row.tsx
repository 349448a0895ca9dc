import tones from '../../../components/tone.module.css';
import { type Compensation, type Look, lookOf, whySkipped } from '../../../order/saga.ts';
import { compensationWord } from '../../../order/words.ts';
import { Mark, wordOfLook } from './mark.tsx';
import styles from './steps.module.css';
import { Took } from './took.tsx';
import { Tries } from './tries.tsx';

type CompensationRowProps = { compensation: Compensation; all: readonly Compensation[] };

export function CompensationRow({ compensation, all }: CompensationRowProps) {
  const look = lookOf(compensation);
  const { name, note } = compensation;
  return (
    <li
      className={`${styles.step} ${styles.compensation} ${tones[look === 'failed' ? 'bad' : 'undo']}`}
      data-look={look}
    >
      <Mark look={look} undo />
      <div className={styles.body}>
        <p className={styles.title}>
          <strong>{compensationWord(name)}</strong>
          <span className={styles.word}>{wordOf(look, compensation, all)}</span>
          <Took {...compensation} />
        </p>
        {note && <p className={styles.note}>“{note}”</p>}
        <Tries work={compensation} />
      </div>
    </li>
  );
}

/** What a compensation does is its name, so its word is that of any step. */
function wordOf(look: Look, compensation: Compensation, all: readonly Compensation[]): string {
  if (compensation.settledBy) return `Settled by ${compensation.settledBy}`;
  if (look === 'skipped') return whySkipped(compensation, all);
  return look === 'failed' ? 'Failed: a person must act' : wordOfLook[look];
}
