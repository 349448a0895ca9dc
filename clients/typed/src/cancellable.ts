/** A stream for `for await`. It can be left at any time, also while it waits. */
export type Stream<T> = AsyncIterableIterator<T, void, void> & { return(): Promise<IteratorResult<T, void>> };

/**
 * A stream that ends as soon as its reader leaves it or `closed` is aborted. `return()` of a plain async generator
 * waits for the value that is being waited for; this one tells the generator first.
 */
export function cancellable<T>(
  closed: AbortSignal,
  tell: (left: AbortSignal) => AsyncGenerator<T, void, void>,
): Stream<T> {
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  const told = tell(leaving.signal);
  if (closed.aborted) leave();
  closed.addEventListener('abort', leave);
  const forget = () => closed.removeEventListener('abort', leave);

  return {
    async next() {
      try {
        const result = await told.next();
        if (result.done) forget();
        return result;
      } catch (error) {
        forget();
        throw error;
      }
    },
    return() {
      forget();
      leave();
      return told.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
