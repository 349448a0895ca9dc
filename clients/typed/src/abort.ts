/** The client was closed by its owner: its requests and streams end with this. */
export class Closed extends Error {
  override readonly name = 'Closed';

  constructor() {
    super('The client was closed');
  }
}

/** The promise, or a rejection as soon as the signal is aborted, whatever the promise still waits for. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

const acts = new WeakMap<AbortSignal, Set<() => void>>();

/** Acts when the signal is aborted. A signal has one listener, however many streams it is given to: platforms warn of many. */
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

/** Everything that a client does at one time, so that it can be ended at once. Each has a signal of its own: platforms warn of many listeners to one. */
export function createScope() {
  const open = new Set<AbortController>();
  let ended: { reason: unknown } | undefined;
  return {
    /** A controller that is aborted with the scope or with `signal`, until it leaves. */
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
