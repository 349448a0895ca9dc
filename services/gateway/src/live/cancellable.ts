/**
 * An iterator that can be cancelled while it waits. `return()` of a plain async generator waits for the pending value; this
 * one aborts the generator's signal first.
 */
export function cancellable<T>(
  generate: (cancelled: AbortSignal) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const cancelling = new AbortController();
  const values = generate(cancelling.signal);
  return {
    next: () => values.next(),
    return: (value) => {
      cancelling.abort();
      return values.return(value);
    },
    throw: (error) => {
      cancelling.abort();
      return values.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
