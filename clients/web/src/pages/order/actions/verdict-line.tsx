import { Icon } from '../../../components/icon.tsx';
import tones from '../../../components/tone.module.css';
import type { Verdict } from '../../../order/verdict.ts';
import styles from './order-actions.module.css';

export const VerdictLine = ({ verdict: { accepted, text } }: { verdict: Verdict }) => (
  <p className={`${styles.verdict} ${tones[accepted ? 'good' : 'bad']}`} role="status">
    <Icon name={accepted ? 'check' : 'alert'} />
    {text}
  </p>
);
