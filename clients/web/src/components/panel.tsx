import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

type PanelProps = { title: string; aside?: ReactNode; children: ReactNode };

/** A section of a page with a title. */
export function Panel({ title, aside, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
