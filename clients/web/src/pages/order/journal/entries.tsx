import type { JournalEntry } from '../../../order/journal-words.ts';
import { Entry } from './entry.tsx';
import styles from './journal.module.css';

export const Entries = ({ entries }: { entries: readonly JournalEntry[] }) => (
  <ol className={styles.journal} aria-label="Journal">
    {entries.map((entry) => (
      <Entry key={entry.seq} entry={entry} />
    ))}
  </ol>
);
