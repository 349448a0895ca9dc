import type { Entry, Snapshot } from '../source.ts';
import { firstAnswer } from './first-answer.ts';
import type { WatchRegistry } from './watch-registry.ts';

/** Reads what running watches hold in memory. */
export function createWatchReads<S extends Snapshot, E extends Entry>({ watches, retention }: WatchRegistry<S, E>) {
  /** The latest state of a watch that is up to date; undefined if no watch is running, or it may be stale. */
  const peek = (id: string): S | undefined => {
    retention.refresh(id);
    const watch = watches.get(id)?.watch;
    return watch?.inSync ? watch.latest : undefined;
  };

  /** The same, but waits for the first answer of a watch that is starting. */
  const current = async (id: string): Promise<S | undefined> => {
    retention.refresh(id);
    const watch = watches.get(id)?.watch;
    if (watch) await firstAnswer(watch);
    return watch?.inSync ? watch.latest : undefined;
  };

  return {
    peek,
    current,

    /**
     * The same for an open order or run that is known at this revision. Starts its watch, which runs while it is read
     * from time to time. Undefined if the watch is behind, because the workflow was started again.
     */
    async read(id: string, { revision }: S): Promise<S | undefined> {
      retention.retain(id);
      const watched = await current(id);
      if (!watched || watched.revision >= revision) return watched;
      retention.release(id);
      return undefined;
    },

    /** The journal entries after `seq` in a running watch; undefined if some are missing. */
    heldEntries: (id: string, seq: number): E[] | undefined => watches.get(id)?.watch.journal.after(seq),
  };
}
