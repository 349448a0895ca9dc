import type { ReactNode } from 'react';
import styles from './page-head.module.css';

/** The title of a page, with its actions. */
export const PageHead = ({ title, children }: { title: string; children?: ReactNode }) => (
  <header className={styles.head}>
    <h1>{title}</h1>
    <div className={styles.actions}>{children}</div>
  </header>
);
