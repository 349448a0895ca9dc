/** Everything that the stream delivers from here to its end. */
export async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const results: T[] = [];
  for await (const item of stream) results.push(item);
  return results;
}

/** Returns the error that ends a stream. */
export const failureOf = (stream: AsyncIterable<unknown>): Promise<unknown> =>
  all(stream).then(
    (told) => Promise.reject(new Error(`It ended without an error after ${told.length}`)),
    (error: unknown) => error,
  );

/** Never delivers anything more. */
export const silence = (): Promise<never> => new Promise(() => {});

/** How long a test waits for an event, because a machine can be busy. */
export const patience = { timeout: 30_000 };
