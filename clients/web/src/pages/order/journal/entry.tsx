import { memo } from 'react';
import tones from '../../../components/tone.module.css';
import { entryWords, type JournalEntry } from '../../../order/journal-words.ts';
import { usePreferences } from '../../../session/preferences.ts';
import { exactTime, shortTime } from '../../../time/format.ts';
import styles from './journal.module.css';

export const Entry = memo(({ entry }: { entry: JournalEntry }) => {
  const { zone } = usePreferences();
  const { text, tone, about } = entryWords(entry, (iso) => shortTime(iso, zone, Date.parse(entry.at)));
  return (
    <li className={`${styles.entry} ${tones[tone]}`}>
      <time dateTime={entry.at}>{exactTime(entry.at, zone)}</time>
      <p>
        <strong>{text}</strong>
        {about && <span className={styles.about}>{about}</span>}
      </p>
      {entry.actor && <span className={styles.actor}>by {entry.actor}</span>}
    </li>
  );
});
