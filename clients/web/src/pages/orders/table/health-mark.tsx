import { Icon, type IconName } from '../../../components/icon.tsx';
import tones from '../../../components/tone.module.css';
import type { Tone } from '../../../order/words.ts';
import styles from './orders-table.module.css';

const marks: Readonly<Record<string, { word: string; icon: IconName; tone: Tone }>> = {
  RETRYING: { word: 'Retrying', icon: 'retry', tone: 'wait' },
  STUCK: { word: 'Stuck', icon: 'alert', tone: 'bad' },
};

/** Marks an order that is retrying or stuck. Its status already says when it waits for a person. */
export function HealthMark({ health }: { health: string }) {
  const mark = marks[health];
  if (!mark) return null;
  return (
    <span className={`${styles.health} ${tones[mark.tone]}`}>
      <Icon name={mark.icon} />
      {mark.word}
    </span>
  );
}
