import { ApplicationFailure } from '@temporalio/workflow';
import { toStepFailure } from '../activities/failure.ts';

type Options<Written> = {
  /** The number of the newest journal entry. */
  revision: () => number;
  /** Writes the state, and every entry after the given one. */
  write: (after: number) => Promise<Written>;
};

/** The firm writes of one order or run: the workflow waits until the order book has taken them. */
export class FirmWriter<Written extends { revision: number }> {
  readonly #revision: () => number;
  readonly #write: (after: number) => Promise<Written>;
  #written = 0;
  #isWriting = false;
  #isDuplicate = false;

  constructor({ revision, write }: Options<Written>) {
    this.#revision = revision;
    this.#write = write;
  }

  /** Writes all since the last firm write. `isAhead` says whether the book knew more than that. */
  async write(): Promise<Written & { isAhead: boolean }> {
    const upTo = this.#revision();
    this.#isWriting = true;
    try {
      const written = await this.#write(this.#written);
      this.#written = Math.max(this.#written, upTo);
      return { ...written, isAhead: written.revision > upTo };
    } catch (failure) {
      const { refused, message } = toStepFailure(failure);
      throw refused ? this.leave(message) : failure;
    } finally {
      this.#isWriting = false;
    }
  }

  /** The same for what may have been taken from this workflow meanwhile: then nothing is to be written. */
  writeUnlessTaken(): Promise<unknown> {
    return this.write().catch(unlessTaken);
  }

  /** Resolves once the book knows all of what is closed. */
  async complete(): Promise<void> {
    while (!this.#isDuplicate && this.#revision() > this.#written) await this.writeUnlessTaken();
  }

  /** Goes on where the execution before this one was. */
  resume(written: number): void {
    this.#written = written;
  }

  /** From now on nothing is written: another workflow has written under the same id or key. Returns the failure. */
  leave(message: string): ApplicationFailure {
    this.#isDuplicate = true;
    return ApplicationFailure.nonRetryable(message, 'IDEMPOTENCY_CONFLICT');
  }

  /** The order or run is not this workflow's: it has done nothing, and leaves nothing behind. */
  get isDuplicate(): boolean {
    return this.#isDuplicate;
  }

  /** The number of the last entry that the book has firmly. */
  get written(): number {
    return this.#written;
  }

  /** Whether the book has everything firmly, and no write is under way. */
  get isUpToDate(): boolean {
    return !this.#isWriting && this.#written === this.#revision();
  }
}

function unlessTaken(failure: unknown): void {
  if (!(failure instanceof ApplicationFailure && failure.type === 'IDEMPOTENCY_CONFLICT')) throw failure;
}
