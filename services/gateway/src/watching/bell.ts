/** Wakes everyone who waits for something to have changed. Nothing is queued: who wakes looks for itself. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const wake of [...this.#waiting]) wake();
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
