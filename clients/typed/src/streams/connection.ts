import { abortable } from '../timing/abort.ts';
import { backoffMs, type Pause } from '../timing/backoff.ts';

/** The connection state of a client's streams. Times are milliseconds since 1970. */
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
  /** Returns the same object until it changes, as `useSyncExternalStore` requires. */
  readonly state: ConnectionState;
  /** Calls the listener after each change. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Ends the current wait. */
  retryNow(): void;
};

export type ReconnectOptions = { pause: Pause; random: () => number; now: () => number; time: () => number };

/** At most one attempt in this time. */
const floorMs = 1_000;

export type Reconnection = ReturnType<typeof createReconnection>;

/** The connection that all streams of a client share: they wait and retry together. */
export function createReconnection(options: ReconnectOptions) {
  const { now, time } = options;
  const { connection, show } = createStateStore();
  let failures = 0;
  let triedAt = Number.NEGATIVE_INFINITY;

  const wait = createSharedWait(options.pause, (leastMs) => {
    const floor = Math.min(floorMs, triedAt + floorMs - now());
    const ms = Math.ceil(Math.max(leastMs, backoffMs(failures++, options.random), floor));
    const { state } = connection;
    show({ status: 'reconnecting', nextTryAt: time() + ms, since: 'since' in state ? state.since : time() });
    return ms;
  });

  return {
    connection: Object.assign(connection, { retryNow: wait.end }),

    /** An attempt begins. */
    tried(): void {
      triedAt = now();
      const { state } = connection;
      if (state.status === 'reconnecting') show({ status: 'stale', since: state.since });
      if (state.status === 'closed') show({ status: 'connecting' });
    },
    accepted: () => show({ status: 'live' }),
    /** A result arrived: the connection works. */
    succeeded(): void {
      failures = 0;
      if (!wait.isOn()) show({ status: 'live' });
    },
    /** Resolves when it is time for the next attempt. */
    wait: wait.join,
    close(why: Error): void {
      wait.end();
      show({ status: 'closed', why });
    },
  };
}

function createStateStore() {
  const listeners = new Set<() => void>();
  let state: ConnectionState = { status: 'connecting' };
  return {
    connection: {
      get state() {
        return state;
      },
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    show(next: ConnectionState): void {
      if (state.status === 'live' && next.status === 'live') return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

/**
 * One wait at a time, shared by all streams. It ends early when no stream waits any more, because a timer keeps the
 * process alive.
 */
function createSharedWait(pause: Pause, length: (leastMs: number) => number) {
  let waiters = 0;
  let waiting: { over: Promise<void>; timer: AbortController } | undefined;
  const begin = (leastMs: number) => {
    const timer = new AbortController();
    const aborted = new Promise<void>((resolve) => timer.signal.addEventListener('abort', () => resolve()));
    const over = Promise.race([pause(length(leastMs), timer.signal), aborted]).then(() => {
      waiting = undefined;
    });
    return { over, timer };
  };
  return {
    isOn: () => waiting !== undefined,
    end: () => waiting?.timer.abort(),
    async join(leastMs: number, signal: AbortSignal): Promise<void> {
      waiting ??= begin(leastMs);
      const { over, timer } = waiting;
      waiters++;
      try {
        await abortable(over, signal);
      } finally {
        waiters--;
        if (waiters === 0) timer.abort();
      }
    },
  };
}
