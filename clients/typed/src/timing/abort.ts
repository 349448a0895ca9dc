/** The client was closed: its requests and streams end with this error. */
export class Closed extends Error {
  override readonly name = 'Closed';

  constructor() {
    super('The client was closed');
  }
}

/** Settles as the promise does, or rejects as soon as the signal is aborted. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

const acts = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when the signal is aborted. Each signal has one listener for all its streams, because platforms warn about
 * many listeners.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  const known = acts.get(signal) ?? new Set();
  if (!acts.has(signal)) {
    acts.set(signal, known);
    signal.addEventListener('abort', () => {
      for (const each of [...known]) each();
    });
  }
  known.add(act);
  return () => void known.delete(act);
}

export type Scope = ReturnType<typeof createScope>;

/**
 * Everything that a client is doing, so that it can be aborted together. Each activity has its own signal, because
 * platforms warn about many listeners on one.
 */
export function createScope() {
  const open = new Set<AbortController>();
  let ended: { reason: unknown } | undefined;
  return {
    /** Returns a controller that is aborted with the scope or with `signal`, until it leaves the scope. */
    enter(signal?: AbortSignal) {
      const controller = new AbortController();
      const follow = () => controller.abort(signal?.reason);
      let unfollow = () => {};
      const leave = () => {
        open.delete(controller);
        unfollow();
      };
      if (ended) controller.abort(ended.reason);
      else if (signal?.aborted) follow();
      else {
        open.add(controller);
        if (signal) unfollow = onAbort(signal, follow);
      }
      return { controller, signal: controller.signal, leave };
    },

    end(reason: unknown): void {
      ended ??= { reason };
      for (const controller of open) controller.abort(reason);
      open.clear();
    },
  };
}
