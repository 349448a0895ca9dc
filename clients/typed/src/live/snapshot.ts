/** A changing value, as `useSyncExternalStore` requires it: the same object until it changes. */
export type Snapshot<T> = { get(): T; subscribe(listener: () => void): () => void };

/**
 * Follows something while there are listeners, and starts again with the next listener. `follow` runs until its signal
 * is aborted.
 */
export function createSnapshot<T>(
  initial: T,
  follow: (show: (value: T) => void, current: () => T, signal: AbortSignal) => Promise<void>,
): Snapshot<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  let following: AbortController | undefined;
  const start = () => {
    const controller = new AbortController();
    const show = (next: T) => {
      if (controller.signal.aborted) return;
      value = next;
      for (const listener of [...listeners]) listener();
    };
    following = controller;
    void follow(show, () => value, controller.signal);
  };
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      if (!following) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        following?.abort();
        following = undefined;
      };
    },
  };
}
