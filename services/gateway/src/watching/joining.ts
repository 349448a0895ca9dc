import { BoundedMap } from '@waybill/bounded';
import type { Fan } from './fan.ts';
import { Watch, type WatchParts } from './watch.ts';

const ordersWatched = 100_000;
const selectionsOfOne = 10_000;

type Watched = {
  watch: Watch;
  members: number;
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
      fans: new BoundedMap<string, Fan>('selections of one order', selectionsOfOne),
    };
    void started.watch.run().finally(() => forget(orderId, started.watch));
    return started;
  };

  const forget = (orderId: string, watch: Watch) => {
    if (watches.get(orderId)?.watch === watch) watches.delete(orderId);
  };

  const join = (orderId: string) => {
    const joined = watches.getOrMake(orderId, () => start(orderId));
    joined.members++;
    const leave = () => {
      if (--joined.members > 0) return;
      joined.watch.stop();
      forget(orderId, joined.watch);
    };
    return { watch: joined.watch, fans: joined.fans, leave };
  };

  return { watches, join };
}
