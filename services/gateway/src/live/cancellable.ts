/**
 * An iterator that can be left while it waits. `return()` of a plain async generator waits for the value that is being
 * waited for; this one tells the generator first that its reader has left.
 */
export function leavable<T>(tell: (left: AbortSignal) => AsyncGenerator<T, void, void>): AsyncGenerator<T, void, void> {
  const leaving = new AbortController();
  const told = tell(leaving.signal);
  return {
    next: () => told.next(),
    return: (value) => {
      leaving.abort();
      return told.return(value);
    },
    throw: (error) => {
      leaving.abort();
      return told.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
