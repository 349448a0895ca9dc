export type Message = { type: unknown; id: unknown };

type Operation = {
  /** Either side has sent `complete`; the operation may still be ending. */
  completed: boolean;
  /** Begins the next operation with the same id. */
  next: (() => Promise<void>) | undefined;
};

/**
 * The operations of one socket, from `subscribe` until they have ended. An id may be reused once its operation is
 * complete, possibly before that operation has ended: graphql-ws would confuse the two, so the new one waits.
 */
export class RunningOperations {
  readonly #operations = new Map<string, Operation>();
  readonly #alreadyExists: (id: string) => void;

  constructor(alreadyExists: (id: string) => void) {
    this.#alreadyExists = alreadyExists;
  }

  get size(): number {
    return this.#operations.size;
  }

  complete(id: string): void {
    const operation = this.#operations.get(id);
    if (operation) operation.completed = true;
  }

  /** Handles a message in its turn; settles when the operation that it started has ended. */
  async handle({ type, id }: Message, handle: () => Promise<void>): Promise<void> {
    if (typeof id !== 'string' || (type !== 'subscribe' && type !== 'complete')) return handle();
    return type === 'subscribe' ? this.#begin(id, handle) : this.#end(id, handle);
  }

  async #begin(id: string, handle: () => Promise<void>): Promise<void> {
    const before = this.#operations.get(id);
    if (!before) return this.#run(id, handle);
    if (!before.completed || before.next) return this.#alreadyExists(id);
    before.next = handle;
  }

  /** A `complete` for an operation that has not started only removes it. */
  async #end(id: string, handle: () => Promise<void>): Promise<void> {
    const operation = this.#operations.get(id);
    if (operation?.next) {
      operation.next = undefined;
      return;
    }
    this.complete(id);
    return handle();
  }

  async #run(id: string, begin: () => Promise<void>): Promise<void> {
    const operation: Operation = { completed: false, next: undefined };
    this.#operations.set(id, operation);
    try {
      await begin();
    } finally {
      this.#operations.delete(id);
    }
    if (operation.next) await this.#run(id, operation.next);
  }
}
