import { useEffect, useRef } from 'react';
import { announcements } from './announcements.ts';

/** Announces a sentence each time it changes. The first one is read with its page. */
export function useAnnouncement(of: string, sentence: string): void {
  const last = useRef(sentence);
  useEffect(() => {
    if (last.current === sentence) return;
    last.current = sentence;
    announcements.say(of, sentence);
  }, [of, sentence]);
}
