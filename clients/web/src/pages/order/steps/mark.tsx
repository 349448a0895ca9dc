import { Icon, type IconName } from '../../../components/icon.tsx';
import type { Look } from '../../../order/saga.ts';
import type { Tone } from '../../../order/words.ts';
import styles from './mark.module.css';

const icons: Readonly<Record<Look, IconName>> = {
  pending: 'dot',
  running: 'play',
  retrying: 'retry',
  done: 'check',
  failed: 'cross',
  skipped: 'skip',
  cancelled: 'cross',
};

export const toneOfLook: Readonly<Record<Look, Tone>> = {
  pending: 'calm',
  running: 'active',
  retrying: 'wait',
  done: 'good',
  failed: 'bad',
  skipped: 'calm',
  cancelled: 'calm',
};

export const wordOfLook: Readonly<Record<Look, string>> = {
  pending: 'To come',
  running: 'Running',
  retrying: 'Waits for its next attempt',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
};

/** The shape for the status of a step, on the line that joins the steps. */
export const Mark = ({ look, undo = false }: { look: Look; undo?: boolean }) => (
  <span className={`${styles.mark} ${styles[look]} ${undo ? styles.undo : ''}`}>
    <Icon name={undo && look === 'done' ? 'undo' : icons[look]} />
  </span>
);
