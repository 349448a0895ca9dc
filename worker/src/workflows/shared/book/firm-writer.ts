import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import { toStepFailure } from '../activities/failure.ts';

type Options<Written> = {
  /** The number of the newest journal entry. */
  revision: () => number;
  /** Writes the state, and every entry after the given one. */
  write: (after: number) => Promise<Written>;
};

/** The firm writes of one order or run: the workflow waits until the order book has stored them. */
export class FirmWriter<Written extends { revision: number }> {
  readonly #revision: () => number;
  readonly #write: (after: number) => Promise<Written>;
  #written = 0;
  #isWriting = false;
  /** The newest entry of a write that the book refused. */
  #refused = 0;
  #isDuplicate = false;

  constructor({ revision, write }: Options<Written>) {
    this.#revision = revision;
    this.#write = write;
  }

  /** Writes everything since the last firm write. `isAhead`: whether the book knew more than that. */
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

  /**
   * Writes the changes of an open order or run. What the book refuses is left to the next write: the last one, `complete`,
   * contains it.
   */
  writeChanges(): Promise<unknown> {
    const upTo = this.#revision();
    return this.write().catch((failure: unknown) => {
      if (!(failure instanceof ActivityFailure)) return unlessTaken(failure);
      this.#refused = upTo; // a write is retried without limit, so one that fails was refused
    });
  }

  /**
   * Resolves once the book has the complete closed order or run, or another workflow has taken it over. What the book
   * refuses meanwhile, the activity retries.
   */
  async complete(): Promise<void> {
    while (!this.#isDuplicate && this.#revision() > this.#written) await this.write().catch(unlessTaken);
  }

  /** Continues from the previous execution. */
  resume(written: number): void {
    this.#written = written;
  }

  /** Stops writing: another workflow has written under the same id or key. Returns the failure. */
  leave(message: string): ApplicationFailure {
    this.#isDuplicate = true;
    return ApplicationFailure.nonRetryable(message, 'IDEMPOTENCY_CONFLICT');
  }

  /** The order or run belongs to another workflow: this one has had no effects. */
  get isDuplicate(): boolean {
    return this.#isDuplicate;
  }

  /** The number of the last entry in a firm write. */
  get written(): number {
    return this.#written;
  }

  /** Whether the book has everything by firm writes, or has refused it, and no write is pending. */
  get isUpToDate(): boolean {
    return !this.#isWriting && Math.max(this.#written, this.#refused) === this.#revision();
  }
}

function unlessTaken(failure: unknown): void {
  if (!(failure instanceof ApplicationFailure && failure.type === 'IDEMPOTENCY_CONFLICT')) throw failure;
}
