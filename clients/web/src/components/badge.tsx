import type { ReactNode } from 'react';
import type { Tone } from '../order/words.ts';
import styles from './badge.module.css';
import { Icon, type IconName } from './icon.tsx';
import tones from './tone.module.css';

type BadgeProps = { tone: Tone; icon?: IconName; children: ReactNode };

const iconOf: Readonly<Record<Tone, IconName>> = {
  calm: 'dot',
  active: 'play',
  wait: 'clock',
  good: 'check',
  bad: 'cross',
  undo: 'undo',
};

/** A word with a colour and a shape of the same meaning. */
export const Badge = ({ tone, icon = iconOf[tone], children }: BadgeProps) => (
  <span className={`${styles.badge} ${tones[tone]}`}>
    <Icon name={icon} />
    {children}
  </span>
);
