import type { OrderEvent } from '@waybill/client';
import { createListeners } from '../data/listeners.ts';

export type Journal = { entries: readonly OrderEvent[]; error: unknown };
type Follow = (signal: AbortSignal) => AsyncIterable<OrderEvent>;

/** More than any order has; the oldest are dropped first. */
const mostEntries = 5_000;
const frameMs = 16;

/**
 * The journal of an order as it grows. An entry is shown at once, the ones that follow it within a frame as they come in a
 * turn of the event loop: a long journal comes entry by entry. `now` is in milliseconds.
 */
export function createJournal(follow: Follow, now: () => number) {
  const leaving = new AbortController();
  const listeners = createListeners();
  let state: Journal = { entries: [], error: undefined };
  let fresh: OrderEvent[] = [];
  let shownAt = -frameMs;

  const show = (error?: unknown) => {
    if (leaving.signal.aborted || (fresh.length === 0 && !error)) return;
    state = { entries: [...state.entries, ...fresh].slice(-mostEntries), error };
    fresh = [];
    shownAt = now();
    listeners.notify();
  };
  const add = (entry: OrderEvent) => {
    fresh.push(entry);
    if (now() - shownAt >= frameMs) show();
    else if (fresh.length === 1) setTimeout(show);
  };
  const read = async () => {
    for await (const entry of follow(leaving.signal)) add(entry);
  };
  return {
    get: () => state,
    subscribe: listeners.subscribe,
    open: () => void read().catch(show),
    close: () => leaving.abort(),
  };
}
