/** A queue from a connection to one reader. `put` returns whether there is room for more. */
export type Mailbox<T> = {
  put(item: T): boolean;
  /** Ends it after its current items. */
  end(end?: { error?: unknown }): void;
  /** Resolves when the reader has taken everything. */
  drained(): Promise<void>;
  take(): Promise<IteratorResult<T, void>>;
};

/** Keeps only the newest value, which is what a slow reader gets. */
export const createLatest = <T>(): Mailbox<T> => createMailbox<T>((items, item) => items.splice(0, 1, item), 1);

/** Keeps all values in order. A value that is put when there is no room is refused. */
export const createQueue = <T>(size: number): Mailbox<T> => createMailbox<T>((items, item) => items.push(item), size);

function createMailbox<T>(add: (items: T[], item: T) => unknown, size: number): Mailbox<T> {
  const items: T[] = [];
  const replaces = size === 1;
  let ended: { error?: unknown } | undefined;
  let wake = () => {};
  let drained = () => {};

  return {
    put(item) {
      if (ended || (!replaces && items.length >= size)) return false;
      add(items, item);
      wake();
      return true;
    },
    end(end = {}) {
      ended ??= end;
      wake();
      drained();
    },
    drained: () =>
      new Promise((resolve) => {
        if (items.length === 0 || ended) resolve();
        else drained = resolve;
      }),
    async take() {
      for (;;) {
        if (items.length > 0) {
          const value = items.shift() as T;
          if (items.length === 0) drained();
          return { done: false, value };
        }
        if (ended && 'error' in ended) throw ended.error;
        if (ended) return { done: true, value: undefined };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
