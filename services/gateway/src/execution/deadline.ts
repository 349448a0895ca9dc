/** When an operation stops waiting for other services, by `clock`; null if it never does. */
export type Deadline = { at: number | null };

/** How long requests wait for the engine, the order book and the providers, all together. */
export type Patience = { requestTimeoutMs: number; verdictTimeoutMs: number };

/** The engine, the order book or the providers have not responded within the time limit of the request. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
}

const clock = () => performance.now();

/** For subscriptions, which last as long as they have events, and for operations that read everything. */
export const endless = (): Deadline => ({ at: null });

/** Starts the deadline. A mutation also waits for a verdict, which has a limit of its own. */
export function begin(
  deadline: Deadline,
  kind: 'query' | 'mutation',
  { requestTimeoutMs, verdictTimeoutMs }: Patience,
): void {
  deadline.at = clock() + requestTimeoutMs + (kind === 'mutation' ? verdictTimeoutMs : 0);
}

/** Makes a call and rejects if it is late. A call that has no time left is not made. */
export async function beforeDeadline<T>({ at }: Deadline, call: () => T): Promise<Awaited<T>> {
  if (at === null) return await call();
  const leftMs = at - clock();
  if (leftMs <= 0) throw exceeded();
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(exceeded()), leftMs);
  });
  try {
    return await Promise.race([call(), over]);
  } finally {
    clearTimeout(timer);
  }
}

const exceeded = () =>
  new DeadlineExceeded(
    'The engine, the order book or the providers have not responded within the time limit of the request',
  );
