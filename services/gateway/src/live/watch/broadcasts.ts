import type { Entry, Snapshot } from '../source.ts';
import { BroadcastGroup, type Render, type Subscriber } from './broadcast-group.ts';
import type { WatchRegistry } from './watch-registry.ts';

/**
 * Sends the states of an order or a run to subscribers: `known` first, then the latest whenever there is a newer one. Subscribers under the
 * same key, which stands for a selection and the rights to it, share one rendering. Returns an unsubscribe function.
 */
export const createBroadcasts =
  <S extends Snapshot, E extends Entry>(registry: WatchRegistry<S, E>) =>
  (id: string, known: S, key: string, render: Render<S>, subscriber: Subscriber): (() => void) => {
    const { watch, groups, unsubscribe } = registry.subscribe(id);
    watch.noteSent(known);
    const group = orElse(unsubscribe, () => groups.getOrMake(key, () => new BroadcastGroup(watch, render)));
    const leaveGroup = group.subscribe(subscriber, known);
    return () => {
      leaveGroup();
      if (group.size === 0) {
        group.close();
        groups.delete(key);
      }
      unsubscribe();
    };
  };

/** A subscriber that is refused for lack of room must not be counted. */
function orElse<T>(undo: () => void, make: () => T): T {
  try {
    return make();
  } catch (error) {
    undo();
    throw error;
  }
}
