/** A stream for `for await`. It can be cancelled at any time, also while it waits. */
export type Stream<T> = AsyncIterableIterator<T, void, void> & { return(): Promise<IteratorResult<T, void>> };

/**
 * A stream that ends as soon as its reader returns it or `closed` is aborted. `return()` of a plain async generator waits for
 * the pending value; this one aborts the generator's signal first.
 */
export function cancellable<T>(
  closed: AbortSignal,
  generate: (cancelled: AbortSignal) => AsyncGenerator<T, void, void>,
): Stream<T> {
  const cancelling = new AbortController();
  const cancel = () => cancelling.abort();
  const values = generate(cancelling.signal);
  if (closed.aborted) cancel();
  closed.addEventListener('abort', cancel);
  const unlink = () => closed.removeEventListener('abort', cancel);

  return {
    async next() {
      try {
        const result = await values.next();
        if (result.done) unlink();
        return result;
      } catch (error) {
        unlink();
        throw error;
      }
    },
    return() {
      unlink();
      cancel();
      return values.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
