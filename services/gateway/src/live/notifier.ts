/** Notifies all waiting readers of a change. Nothing is queued: each reads the new state itself. */
export class Notifier {
  readonly #waiting = new Set<() => void>();
  readonly #listeners = new Set<() => void>();
  /** The number of notifications so far. */
  count = 0;

  notify(): void {
    this.count += 1;
    for (const wake of [...this.#waiting]) wake();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls the listener at every notification. Returns an unsubscribe function. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The number of pending calls of `next`. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Resolves at the first notification after number `seen`, or when the signal is aborted. Who looks and then waits has read the
   * `count` before it looked: it misses nothing that happens between the two.
   */
  next(cancelled: AbortSignal, seen: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        cancelled.removeEventListener('abort', wake);
        resolve();
      };
      if (cancelled.aborted || this.count > seen) return wake();
      this.#waiting.add(wake);
      cancelled.addEventListener('abort', wake);
    });
  }
}
