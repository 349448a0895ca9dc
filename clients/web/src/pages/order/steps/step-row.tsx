import tones from '../../../components/tone.module.css';
import { type Compensation, lookOf, type Step } from '../../../order/saga.ts';
import { stepWords } from '../../../order/words.ts';
import { CompensationRow } from './compensation-row.tsx';
import { Mark, toneOfLook, wordOfLook } from './mark.tsx';
import styles from './steps.module.css';
import { Took } from './took.tsx';
import { Tries } from './tries.tsx';

type StepRowProps = {
  step: Step;
  compensations: readonly Compensation[];
  /** The compensations of all steps. */
  all: readonly Compensation[];
};

export function StepRow({ step, compensations, all }: StepRowProps) {
  const look = lookOf(step);
  return (
    <li className={`${styles.step} ${tones[toneOfLook[look]]}`} data-look={look}>
      <Mark look={look} />
      <div className={styles.body}>
        <p className={styles.title}>
          <strong>{stepWords(step.name).noun}</strong>
          <span className={styles.word}>{wordOfLook[look]}</span>
          {look === 'running' && step.percent !== null && step.percent !== undefined && (
            <span className={styles.percent}>{step.percent} %</span>
          )}
          <Took {...step} />
        </p>
        <Tries work={step} />
        {compensations.length > 0 && (
          <ol className={styles.compensations} aria-label={`Undoing: ${stepWords(step.name).noun}`}>
            {compensations.map((compensation) => (
              <CompensationRow key={compensation.name} compensation={compensation} all={all} />
            ))}
          </ol>
        )}
      </div>
    </li>
  );
}
