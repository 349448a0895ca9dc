import type { Tone } from '../order/words.ts';
import styles from './progress.module.css';
import tones from './tone.module.css';

type ProgressProps = { value: number; label: string; tone?: Tone };

export const Progress = ({ value, label, tone = 'active' }: ProgressProps) => (
  <progress className={`${styles.progress} ${tones[tone]}`} max={100} value={value} aria-label={label} />
);
