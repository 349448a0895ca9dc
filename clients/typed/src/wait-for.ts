import { onAbort } from './abort.ts';
import { TimedOut, Unreached } from './errors.ts';
import type { Stream } from './stream.ts';
import type { StreamOptions } from './streams.ts';

export type WaitOptions = StreamOptions & { timeoutMs?: number };

/** Resolves with the state once it has this status. `what` names it in errors: "Order ORD-1". */
export async function waitFor<State extends { status: string }>(
  what: string,
  status: State['status'],
  watch: (options: StreamOptions) => Stream<State>,
  { timeoutMs, signal }: WaitOptions,
): Promise<State> {
  const late = new AbortController();
  const leave = () => late.abort(signal?.reason);
  const unfollow = signal && onAbort(signal, leave);
  if (signal?.aborted) leave();
  const passed = () => late.abort(new TimedOut(what, status));
  const timer = timeoutMs === undefined ? undefined : setTimeout(passed, timeoutMs);
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
