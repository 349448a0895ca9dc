import type { OrderSnapshot } from '@waybill/graphql';
import type { WatchOptions } from './watch.ts';
import { createBroadcasts } from './watch-broadcast.ts';
import { createWatchReads } from './watch-reads.ts';
import { createWatchRegistry } from './watch-registry.ts';
import { entriesAfter, snapshotsAfter, untilState } from './watch-streams.ts';

export type OrderWatches = ReturnType<typeof createOrderWatches>;

/** Watches orders, each once however many subscribers it has: from the first subscription to the last, or to its end. */
export function createOrderWatches(options: WatchOptions) {
  const registry = createWatchRegistry(options);
  const { watches } = registry;

  return {
    ...createWatchReads(registry),
    broadcast: createBroadcasts(registry),
    snapshots: (known: OrderSnapshot) => snapshotsAfter(registry, known),
    entries: (orderId: string, seq: number) => entriesAfter(registry, options.book, orderId, seq),
    until: (orderId: string, matches: (order: OrderSnapshot) => boolean, limit: AbortSignal) =>
      untilState(registry, orderId, matches, limit),

    stop(): void {
      for (const { watch } of watches.values()) watch.stop();
    },

    /** The number of orders with subscribers. */
    get size(): number {
      return [...watches.values()].filter(({ subscribers }) => subscribers > 0).length;
    },

    get subscribers(): number {
      return [...watches.values()].reduce((all, { subscribers }) => all + subscribers, 0);
    },
  };
}
