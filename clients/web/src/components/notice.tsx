import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

type NoticeProps = { icon: IconName; title: string; text: string; role?: 'alert' | 'status'; children?: ReactNode };

/** A message in place of content that is empty or cannot be shown. */
export const Notice = ({ icon, title, text, role, children }: NoticeProps) => (
  <section className={styles.notice} role={role}>
    <span className={styles.icon}>
      <Icon name={icon} />
    </span>
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </section>
);
