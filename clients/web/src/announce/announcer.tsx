import { useSyncExternalStore } from 'react';
import { announcements } from './announcements.ts';

/** The only live region of the page. */
export function Announcer() {
  const text = useSyncExternalStore(announcements.subscribe, announcements.get);
  return (
    <p className="visually-hidden" role="status" aria-label="News">
      {text}
    </p>
  );
}
