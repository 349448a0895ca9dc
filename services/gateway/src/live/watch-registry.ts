import { BoundedMap } from '@waybill/bounded';
import type { BroadcastGroup } from './broadcast-group.ts';
import type { Entry, Snapshot } from './source.ts';
import { Watch, type WatchOptions } from './watch.ts';
import { createWatchRetention } from './watch-retention.ts';

const maxWatches = 100_000;
const maxGroupsOfOne = 10_000;

type RegisteredWatch<S extends Snapshot, E extends Entry> = {
  watch: Watch<S, E>;
  subscribers: number;
  /** It runs without subscribers, because what it watches was read a moment ago. */
  isRetained: boolean;
  /** By selection and rights: those for whom one rendering is right. */
  groups: BoundedMap<string, BroadcastGroup<S>>;
};

export type WatchRegistry<S extends Snapshot, E extends Entry> = ReturnType<typeof createWatchRegistry<S, E>>;

/** The running watches. The first subscriber of an order or a run starts its watch; the last to go, or its end, stops it. */
export function createWatchRegistry<S extends Snapshot, E extends Entry>(options: WatchOptions<S, E>) {
  const watches = new BoundedMap<string, RegisteredWatch<S, E>>('watches', maxWatches);

  const start = (id: string): RegisteredWatch<S, E> => {
    const started = {
      watch: new Watch(id, options),
      subscribers: 0,
      isRetained: false,
      groups: new BoundedMap<string, BroadcastGroup<S>>('selections of one watch', maxGroupsOfOne),
    };
    void started.watch.run().finally(() => {
      remove(id, started.watch);
      retention.release(id);
    });
    return started;
  };

  const remove = (id: string, watch: Watch<S, E>) => {
    if (watches.get(id)?.watch === watch) watches.delete(id);
  };

  const subscribe = (id: string) => {
    const registered = watches.getOrMake(id, () => start(id));
    registered.subscribers++;
    let isSubscribed = true;
    const unsubscribe = () => {
      if (!isSubscribed) return;
      isSubscribed = false;
      registered.subscribers--;
      stopUnlessUsed(id, registered);
    };
    return { watch: registered.watch, groups: registered.groups, unsubscribe };
  };

  const retain = (id: string) => {
    const registered = watches.getOrMake(id, () => start(id));
    registered.isRetained = true;
    return () => {
      registered.isRetained = false;
      stopUnlessUsed(id, registered);
    };
  };

  const stopUnlessUsed = (id: string, { watch, subscribers, isRetained }: RegisteredWatch<S, E>) => {
    if (subscribers > 0 || isRetained) return;
    watch.stop();
    remove(id, watch);
  };

  const retention = createWatchRetention(options.longPolls, retain);

  return { watches, subscribe, retention };
}
