import { abortable } from './abort.ts';
import { backoffMs, type Pause } from './backoff.ts';

/** How the streams of a client stand. Times are milliseconds since 1970. */
export type ConnectionState =
  | { status: 'connecting' }
  | { status: 'live' }
  /** Lost: what is shown is as of `since`. */
  | { status: 'reconnecting'; nextTryAt: number; since: number }
  /** Lost, and being tried at this moment. */
  | { status: 'stale'; since: number }
  /** By its owner, or because a retry cannot succeed. */
  | { status: 'closed'; why: Error };

export type Connection = {
  /** The same object until it changes, as `useSyncExternalStore` wants it. */
  readonly state: ConnectionState;
  /** Calls the listener after each change. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Ends the present wait. */
  retryNow(): void;
};

export type ReconnectOptions = { pause: Pause; random: () => number; now: () => number; time: () => number };

/** At most one try in this time. */
const floorMs = 1_000;

export type Reconnection = ReturnType<typeof createReconnection>;

/** The connection of a client as all of its streams share it: they wait together, and are tried together. */
export function createReconnection({ pause, random, now, time }: ReconnectOptions) {
  const listeners = new Set<() => void>();
  let state: ConnectionState = { status: 'connecting' };
  let failures = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let waiters = 0;
  let waiting: { promise: Promise<void>; timer: AbortController } | undefined;

  const show = (next: ConnectionState) => {
    if (state.status === 'live' && next.status === 'live') return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const since = () => ('since' in state ? state.since : time());

  const wait = (leastMs: number) => {
    const sinceTryMs = now() - triedAt;
    const ms = Math.ceil(Math.max(leastMs, backoffMs(failures++, random), Math.min(floorMs, floorMs - sinceTryMs)));
    const timer = new AbortController();
    show({ status: 'reconnecting', nextTryAt: time() + ms, since: since() });
    const aborted = new Promise<void>((resolve) => timer.signal.addEventListener('abort', () => resolve()));
    const promise = Promise.race([pause(ms, timer.signal), aborted]).then(() => {
      waiting = undefined;
    });
    return { promise, timer };
  };

  return {
    connection: {
      get state() {
        return state;
      },
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      retryNow: () => waiting?.timer.abort(),
    } satisfies Connection,

    /** A try begins. */
    tried(): void {
      triedAt = now();
      if (state.status === 'reconnecting') show({ status: 'stale', since: state.since });
      if (state.status === 'closed') show({ status: 'connecting' });
    },
    accepted: () => show({ status: 'live' }),
    /** A result: the connection is good. */
    succeeded(): void {
      failures = 0;
      if (!waiting) show({ status: 'live' });
    },
    /** Resolves when it is time for the next try. */
    async wait(leastMs: number, signal: AbortSignal): Promise<void> {
      waiting ??= wait(leastMs);
      const { promise, timer } = waiting;
      waiters++;
      try {
        await abortable(promise, signal);
      } finally {
        waiters--;
        if (waiters === 0) timer.abort(); // it would keep the process alive
      }
    },
    close: (why: Error) => {
      waiting?.timer.abort();
      show({ status: 'closed', why });
    },
  };
}
