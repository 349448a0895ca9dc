import type { ChangeBell } from '../domain/books.ts';

export type Bell = ChangeBell & { ring(): void };

/** Wakes those in this process who wait for the feed to grow. */
export function bell(): Bell {
  let rung = 0;
  const waiting = new Set<() => void>();
  return {
    get rung() {
      return rung;
    },
    ring() {
      rung += 1;
      for (const wake of waiting) wake();
    },
    next: (heard, over) =>
      new Promise((resolve) => {
        if (rung > heard || over.aborted) return resolve();
        const wake = () => {
          waiting.delete(wake);
          over.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        over.addEventListener('abort', wake);
      }),
  };
}
