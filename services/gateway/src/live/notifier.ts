/** Wakes everyone who waits for something to have changed. Nothing is queued: who wakes looks for itself. */
export class Bell {
  readonly #waiting = new Set<() => void>();
  readonly #listeners = new Set<() => void>();
  /** How often it has rung. */
  rung = 0;

  ring(): void {
    this.rung += 1;
    for (const wake of [...this.#waiting]) wake();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls at every ring, until the function that it answers with is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** How many wait just now. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Resolves when it has rung more often than the waiting one has heard, or as soon as that one has left. */
  next(left: AbortSignal, heard = this.rung): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        left.removeEventListener('abort', wake);
        resolve();
      };
      if (left.aborted || this.rung > heard) return wake();
      this.#waiting.add(wake);
      left.addEventListener('abort', wake);
    });
  }
}
