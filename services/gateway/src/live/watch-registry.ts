import { BoundedMap } from '@waybill/bounded';
import type { Fan } from './broadcast-group.ts';
import { Watch, type WatchParts } from './watch.ts';
import { lingeringOn } from './watch-retention.ts';

const ordersWatched = 100_000;
const selectionsOfOne = 10_000;

type Watched = {
  watch: Watch;
  members: number;
  /** It runs on though it has no members. */
  isKept: boolean;
  /** Those who are told the same, by what makes it the same. */
  fans: BoundedMap<string, Fan>;
};

/** The watches that run. The first who joins starts an order's; the last who leaves, or the order's end, stops it. */
export function joiningOn(parts: WatchParts) {
  const watches = new BoundedMap<string, Watched>('watched orders', ordersWatched);

  const start = (orderId: string): Watched => {
    const started = {
      watch: new Watch(orderId, parts),
      members: 0,
      isKept: false,
      fans: new BoundedMap<string, Fan>('selections of one order', selectionsOfOne),
    };
    void started.watch.run().finally(() => {
      forget(orderId, started.watch);
      lingering.forget(orderId);
    });
    return started;
  };

  const forget = (orderId: string, watch: Watch) => {
    if (watches.get(orderId)?.watch === watch) watches.delete(orderId);
  };

  const join = (orderId: string) => {
    const joined = watches.getOrMake(orderId, () => start(orderId));
    joined.members++;
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      joined.members--;
      endUnlessWanted(orderId, joined);
    };
    return { watch: joined.watch, fans: joined.fans, leave };
  };

  const keep = (orderId: string) => {
    const kept = watches.getOrMake(orderId, () => start(orderId));
    kept.isKept = true;
    return () => {
      kept.isKept = false;
      endUnlessWanted(orderId, kept);
    };
  };

  const endUnlessWanted = (orderId: string, { watch, members, isKept }: Watched) => {
    if (members > 0 || isKept) return;
    watch.stop();
    forget(orderId, watch);
  };

  const lingering = lingeringOn(parts.longPolls, keep);

  return { watches, join, lingering };
}
