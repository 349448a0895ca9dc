/** Wakes everyone who waits for something to have changed. Nothing is queued: who wakes looks for itself. */
export class Bell {
  readonly #waiting = new Set<() => void>();
  readonly #listeners = new Set<() => void>();

  ring(): void {
    for (const wake of [...this.#waiting]) wake();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls at every ring, until the function that it answers with is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves with the next ring, or as soon as the waiting one has left. */
  next(left: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        left.removeEventListener('abort', wake);
        resolve();
      };
      if (left.aborted) return wake();
      this.#waiting.add(wake);
      left.addEventListener('abort', wake);
    });
  }
}
