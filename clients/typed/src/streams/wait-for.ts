import { TimedOut, Unreached } from '../protocol/errors.ts';
import { onAbort } from '../timing/abort.ts';
import type { Stream } from './stream.ts';
import type { StreamOptions, Streams } from './streams.ts';

export type WaitOptions = StreamOptions & { timeout?: number };

type Watch<State> = (streams: Streams, id: string, options: StreamOptions) => Stream<State>;

/** Methods that follow a state, and wait for a status of it. `what` names it in errors: "Order". */
export const createWatches = <State extends { status: string }>(
  streams: Streams,
  what: string,
  watch: Watch<State>,
) => ({
  /** The current state, then the state after every change, never an older one; ends when it is closed. A slow reader gets the newest. */
  watch: (id: string, options: StreamOptions = {}) => watch(streams, id, options),
  /**
   * Resolves with the state once it has this status. Rejects with `Unreached` if it ends in another status, and with
   * `TimedOut` if the time is up first.
   */
  waitFor: (id: string, status: State['status'], options: WaitOptions = {}) =>
    waitFor(`${what} ${id}`, status, (given) => watch(streams, id, given), options),
});

async function waitFor<State extends { status: string }>(
  what: string,
  status: State['status'],
  watch: (options: StreamOptions) => Stream<State>,
  { timeout, signal }: WaitOptions,
): Promise<State> {
  const late = new AbortController();
  const leave = () => late.abort(signal?.reason);
  const unfollow = signal && onAbort(signal, leave);
  if (signal?.aborted) leave();
  const passed = () => late.abort(new TimedOut(what, status));
  const timer = timeout === undefined ? undefined : setTimeout(passed, timeout);
  let last: State | undefined;
  try {
    for await (const state of watch({ signal: late.signal })) {
      if (state.status === status) return state;
      last = state;
    }
  } finally {
    clearTimeout(timer);
    unfollow?.();
  }
  throw new Unreached(what, status, last);
}
