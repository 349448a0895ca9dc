import { Icon } from '../components/icon.tsx';
import tones from '../components/tone.module.css';
import type { Verdict } from './verdict.ts';
import styles from './verdict-line.module.css';

/** The verdict on a command, also for screen readers. */
export const VerdictLine = ({ verdict: { accepted, text } }: { verdict: Verdict }) => (
  <p className={`${styles.verdict} ${tones[accepted ? 'good' : 'bad']}`} role="status">
    <Icon name={accepted ? 'check' : 'alert'} />
    <span>{text}</span>
  </p>
);
