export type Message = { type: unknown; id: unknown };

type Operation = {
  /** Either side has said that it is complete; it may still be ending. */
  completed: boolean;
  /** Begins the operation that has taken over its id. */
  next: (() => Promise<void>) | undefined;
};

/**
 * The operations of one socket, from `subscribe` until nothing of them is left. An id may be used again as soon as it is
 * complete, and the operation that had it may be ending for a while: graphql-ws would take the one for the other, so the
 * next one waits.
 */
export function runningOperations(alreadyExists: (id: string) => void) {
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

  return {
    get size(): number {
      return operations.size;
    },

    complete,

    /** Has the message heard when its turn has come; settles when all that it began is over. */
    async hear({ type, id }: Message, hear: () => Promise<void>): Promise<void> {
      if (typeof id !== 'string' || (type !== 'subscribe' && type !== 'complete')) return hear();
      const before = operations.get(id);
      if (type === 'complete' && before?.next) {
        before.next = undefined;
        return;
      }
      if (type === 'complete') {
        complete(id);
        return hear();
      }
      if (!before) return run(id, hear);
      if (!before.completed || before.next) return alreadyExists(id);
      before.next = hear;
    },
  };
}

export type RunningOperations = ReturnType<typeof runningOperations>;
