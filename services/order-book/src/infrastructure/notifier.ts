import type { ChangeNotifier } from '../domain/books.ts';

export type Notifier = ChangeNotifier & { notify(): void };

/** Notifies the readers in this process that wait for the feed to grow. */
export function createNotifier(): Notifier {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    get notifications() {
      return count;
    },
    notify() {
      count += 1;
      for (const wake of waiting) wake();
    },
    next: (known, over) =>
      new Promise((resolve) => {
        if (count > known || over.aborted) return resolve();
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
