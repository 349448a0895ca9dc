export type Message = { type: unknown; id: unknown };

type Operation = {
  /** Either side has sent `complete`; the operation may still be ending. */
  completed: boolean;
  /** Begins the next operation with the same id. */
  next: (() => Promise<void>) | undefined;
};

/**
 * The operations of one socket, from `subscribe` until they have ended. An id may be used again as soon as its operation is
 * complete, which may be before that operation has ended: graphql-ws would confuse the two, so the next one waits.
 */
export function createRunningOperations(alreadyExists: (id: string) => void) {
  const operations = new Map<string, Operation>();

  const run = async (id: string, begin: () => Promise<void>): Promise<void> => {
    const operation: Operation = { completed: false, next: undefined };
    operations.set(id, operation);
    try {
      await begin();
    } finally {
      operations.delete(id);
    }
    if (operation.next) await run(id, operation.next);
  };

  const complete = (id: string) => {
    const operation = operations.get(id);
    if (operation) operation.completed = true;
  };

  const subscribe = async (id: string, begin: () => Promise<void>): Promise<void> => {
    const before = operations.get(id);
    if (!before) return run(id, begin);
    if (!before.completed || before.next) return alreadyExists(id);
    before.next = begin;
  };

  /** A `complete` for an operation that still waits for its turn only removes it. */
  const end = async (id: string, handle: () => Promise<void>): Promise<void> => {
    const operation = operations.get(id);
    if (operation?.next) {
      operation.next = undefined;
      return;
    }
    complete(id);
    return handle();
  };

  return {
    get size(): number {
      return operations.size;
    },

    complete,

    /** Handles a message when its turn has come; settles when the operation that it began has ended. */
    async handle({ type, id }: Message, handle: () => Promise<void>): Promise<void> {
      if (typeof id !== 'string' || (type !== 'subscribe' && type !== 'complete')) return handle();
      return type === 'subscribe' ? subscribe(id, handle) : end(id, handle);
    },
  };
}

export type RunningOperations = ReturnType<typeof createRunningOperations>;
