import type { JournalEntry } from '@waybill/contracts/domain';
import type { OrderSnapshot } from '@waybill/graphql';
import type { WatchRegistry } from './watch-registry.ts';

/** A worker that is running answers sooner. */
const firstAnswerMs = 1_000;

/** Reads what running watches hold in memory. */
export function createWatchReads({ watches, retention }: WatchRegistry) {
  /** The latest state, when a watch is in sync; undefined when no watch is running, or it may be stale. */
  const peek = (orderId: string): OrderSnapshot | undefined => {
    retention.refresh(orderId);
    const watch = watches.get(orderId)?.watch;
    return watch?.inSync ? watch.latest : undefined;
  };

  /** The same, but waits for the first answer of a watch that is starting. */
  const current = async (orderId: string): Promise<OrderSnapshot | undefined> => {
    retention.refresh(orderId);
    const watch = watches.get(orderId)?.watch;
    if (watch?.isStarting) await watch.notifier.next(AbortSignal.timeout(firstAnswerMs));
    return watch?.inSync ? watch.latest : undefined;
  };

  return {
    peek,
    current,

    /**
     * The same for an open order that is known at this revision. Starts its watch, which runs for as long as the order is
     * read now and then. Undefined when the watch is behind: it is that of a workflow which was started again.
     */
    async read({ orderId, revision }: OrderSnapshot): Promise<OrderSnapshot | undefined> {
      retention.retain(orderId);
      const watched = await current(orderId);
      if (!watched || watched.revision >= revision) return watched;
      retention.release(orderId);
      return undefined;
    },

    /** The journal entries after `seq` that a running watch holds; undefined when some are missing. */
    heldEntries: (orderId: string, seq: number): JournalEntry[] | undefined =>
      watches.get(orderId)?.watch.entriesAfter(seq),
  };
}
