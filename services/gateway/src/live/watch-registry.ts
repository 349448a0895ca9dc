import { BoundedMap } from '@waybill/bounded';
import type { BroadcastGroup } from './broadcast-group.ts';
import { Watch, type WatchOptions } from './watch.ts';
import { createWatchRetention } from './watch-retention.ts';

const maxWatches = 100_000;
const maxGroupsOfOneOrder = 10_000;

type RegisteredWatch = {
  watch: Watch;
  subscribers: number;
  /** It runs without subscribers, because its order was read a moment ago. */
  isRetained: boolean;
  /** By selection and rights: those for whom one rendering is right. */
  groups: BoundedMap<string, BroadcastGroup>;
};

export type WatchRegistry = ReturnType<typeof createWatchRegistry>;

/** The running watches. The first subscriber of an order starts its watch; the last to go, or the order's end, stops it. */
export function createWatchRegistry(options: WatchOptions) {
  const watches = new BoundedMap<string, RegisteredWatch>('watched orders', maxWatches);

  const start = (orderId: string): RegisteredWatch => {
    const started = {
      watch: new Watch(orderId, options),
      subscribers: 0,
      isRetained: false,
      groups: new BoundedMap<string, BroadcastGroup>('selections of one order', maxGroupsOfOneOrder),
    };
    void started.watch.run().finally(() => {
      remove(orderId, started.watch);
      retention.release(orderId);
    });
    return started;
  };

  const remove = (orderId: string, watch: Watch) => {
    if (watches.get(orderId)?.watch === watch) watches.delete(orderId);
  };

  const subscribe = (orderId: string) => {
    const registered = watches.getOrMake(orderId, () => start(orderId));
    registered.subscribers++;
    let isSubscribed = true;
    const unsubscribe = () => {
      if (!isSubscribed) return;
      isSubscribed = false;
      registered.subscribers--;
      stopUnlessUsed(orderId, registered);
    };
    return { watch: registered.watch, groups: registered.groups, unsubscribe };
  };

  const retain = (orderId: string) => {
    const registered = watches.getOrMake(orderId, () => start(orderId));
    registered.isRetained = true;
    return () => {
      registered.isRetained = false;
      stopUnlessUsed(orderId, registered);
    };
  };

  const stopUnlessUsed = (orderId: string, { watch, subscribers, isRetained }: RegisteredWatch) => {
    if (subscribers > 0 || isRetained) return;
    watch.stop();
    remove(orderId, watch);
  };

  const retention = createWatchRetention(options.longPolls, retain);

  return { watches, subscribe, retention };
}
