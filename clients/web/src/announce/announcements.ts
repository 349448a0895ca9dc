import { createListeners } from '../data/listeners.ts';

/** The pause between two announcements, in which one sentence can be read aloud. */
export const pauseMs = 5_000;

export type Announcements = ReturnType<typeof createAnnouncements>;

/** Announces changes to screen readers: at most once in each pause, and only the newest of each subject. */
export function createAnnouncements() {
  const listeners = createListeners();
  const waiting = new Map<string, string>();
  let isPausing = false;
  let text = '';

  const sayNext = () => {
    isPausing = waiting.size > 0;
    if (!isPausing) return;
    text = [...waiting.values()].join('. ');
    waiting.clear();
    listeners.notify();
    setTimeout(sayNext, pauseMs);
  };
  return {
    /** `of` names the subject. An empty text is not announced. */
    say(of: string, sentence: string): void {
      if (sentence) waiting.set(of, sentence);
      else waiting.delete(of);
      if (!isPausing) sayNext();
    },
    get: () => text,
    subscribe: listeners.subscribe,
  };
}

export const announcements = createAnnouncements();
