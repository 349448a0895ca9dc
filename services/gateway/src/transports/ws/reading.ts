import type { WebSocket } from 'ws';

/** Pauses the reading from a socket while there is at least one reason to. */
export class Reading {
  #reasons = 0;
  readonly #socket: Pick<WebSocket, 'pause' | 'resume'>;

  constructor(socket: Pick<WebSocket, 'pause' | 'resume'>) {
    this.#socket = socket;
  }

  get isPaused(): boolean {
    return this.#reasons > 0;
  }

  /** Pauses until the reason has passed. */
  pauseUntil(passed: (resume: () => void) => void): void {
    this.#reasons += 1;
    this.#socket.pause();
    passed(() => {
      this.#reasons -= 1;
      if (this.#reasons === 0) this.#socket.resume();
    });
  }
}
