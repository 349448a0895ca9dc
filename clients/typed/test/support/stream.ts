/** Everything that is told from here to the end. */
export async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const told: T[] = [];
  for await (const item of stream) told.push(item);
  return told;
}

/** The error that ends a stream. */
export const failureOf = (stream: AsyncIterable<unknown>): Promise<unknown> =>
  all(stream).then(
    (told) => Promise.reject(new Error(`It ended well after ${told.length}`)),
    (error: unknown) => error,
  );

/** Never tells anything more. */
export const silence = (): Promise<never> => new Promise(() => {});

/** How long a test waits for what must happen: a machine can be busy. */
export const patience = { timeout: 30_000 };
