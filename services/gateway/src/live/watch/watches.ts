import type { Entry, Snapshot } from '../source.ts';
import { createBroadcasts } from './broadcasts.ts';
import { entriesAfter, snapshotsAfter, untilState } from './streams.ts';
import type { WatchOptions } from './watch.ts';
import { createWatchReads } from './watch-reads.ts';
import { WatchRegistry } from './watch-registry.ts';

export type Watches<S extends Snapshot, E extends Entry> = ReturnType<typeof createWatches<S, E>>;

/**
 * Watches orders or runs, each once for all of its subscribers: from the first subscription until the last one ends or
 * the work is closed.
 */
export function createWatches<S extends Snapshot, E extends Entry>(options: WatchOptions<S, E>) {
  const { source } = options;
  const registry = new WatchRegistry(options);
  const { watches } = registry;
  const reads = createWatchReads(registry);
  const broadcast = createBroadcasts(registry);

  return {
    ...reads,
    read: (known: S) => reads.read(source.idOf(known), known),
    broadcast: (known: S, ...to: Tail<Parameters<typeof broadcast>>) => broadcast(source.idOf(known), known, ...to),
    snapshots: (known: S) => snapshotsAfter(registry, source.idOf(known), known),
    entries: (id: string, seq: number) => entriesAfter(registry, source, id, seq),
    until: (id: string, matches: (snapshot: S) => boolean, limit: AbortSignal) =>
      untilState(registry, id, matches, limit),

    stop(): void {
      for (const { watch } of watches.values()) watch.stop();
    },

    /** The number of watches with subscribers. */
    get size(): number {
      return [...watches.values()].filter(({ subscribers }) => subscribers > 0).length;
    },

    get subscribers(): number {
      return [...watches.values()].reduce((all, { subscribers }) => all + subscribers, 0);
    },
  };
}

type Tail<List> = List extends [unknown, unknown, ...infer Rest] ? Rest : never;
