import { useSyncExternalStore } from 'react';
import { announcements } from './announcements.ts';

/** The one place from which a screen reader reads what changes by itself. */
export function Announcer() {
  const text = useSyncExternalStore(announcements.subscribe, announcements.get);
  return (
    <p className="visually-hidden" role="status" aria-label="News">
      {text}
    </p>
  );
}
