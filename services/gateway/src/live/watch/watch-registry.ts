import { BoundedMap } from '@waybill/bounded';
import { untraced } from '@waybill/tracing';
import type { Entry, Snapshot } from '../source.ts';
import type { BroadcastGroup } from './broadcast-group.ts';
import { createWatchRetention } from './retention.ts';
import { Watch, type WatchOptions } from './watch.ts';

const maxWatches = 100_000;
const maxGroupsOfOne = 10_000;

type RegisteredWatch<S extends Snapshot, E extends Entry> = {
  watch: Watch<S, E>;
  subscribers: number;
  /** Whether it runs without subscribers, because it was read recently. */
  isRetained: boolean;
  /** Broadcast groups by selection and rights, which share a rendering. */
  groups: BoundedMap<string, BroadcastGroup<S>>;
};

/**
 * The running watches. The first subscriber of an order or a run starts its watch; it stops when the last one leaves or
 * the work is closed.
 */
export class WatchRegistry<S extends Snapshot, E extends Entry> {
  readonly watches = new BoundedMap<string, RegisteredWatch<S, E>>('watches', maxWatches);
  readonly retention;
  readonly #options: WatchOptions<S, E>;

  constructor(options: WatchOptions<S, E>) {
    this.#options = options;
    this.retention = createWatchRetention(options.longPolls, (id) => this.#retain(id));
  }

  subscribe(id: string) {
    const registered = this.watches.getOrMake(id, () => this.#start(id));
    registered.subscribers++;
    let isSubscribed = true;
    const unsubscribe = () => {
      if (!isSubscribed) return;
      isSubscribed = false;
      registered.subscribers--;
      this.#stopUnlessUsed(id, registered);
    };
    return { watch: registered.watch, groups: registered.groups, unsubscribe };
  }

  #retain(id: string): () => void {
    const registered = this.watches.getOrMake(id, () => this.#start(id));
    registered.isRetained = true;
    return () => {
      registered.isRetained = false;
      this.#stopUnlessUsed(id, registered);
    };
  }

  #start(id: string): RegisteredWatch<S, E> {
    const started = {
      watch: new Watch(id, this.#options),
      subscribers: 0,
      isRetained: false,
      groups: new BoundedMap<string, BroadcastGroup<S>>('selections of one watch', maxGroupsOfOne),
    };
    void untraced(() => started.watch.run()).finally(() => {
      this.#remove(id, started.watch);
      this.retention.release(id);
    });
    return started;
  }

  #stopUnlessUsed(id: string, { watch, subscribers, isRetained }: RegisteredWatch<S, E>): void {
    if (subscribers > 0 || isRetained) return;
    watch.stop();
    this.#remove(id, watch);
  }

  #remove(id: string, watch: Watch<S, E>): void {
    if (this.watches.get(id)?.watch === watch) this.watches.delete(id);
  }
}
