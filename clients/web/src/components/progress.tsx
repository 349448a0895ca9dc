import type { Tone } from '../order/words.ts';
import styles from './progress.module.css';
import tones from './tone.module.css';

type ProgressProps = { value: number; label: string; tone?: Tone };

/** The bar is drawn apart from its element, so that it moves without a layout of the page in each frame. */
export const Progress = ({ value, label, tone = 'active' }: ProgressProps) => (
  <span className={`${styles.progress} ${tones[tone]}`}>
    <progress max={100} value={value} aria-label={label} />
    <span className={styles.bar} style={{ transform: `translateX(${value - 100}%)` }} />
  </span>
);
