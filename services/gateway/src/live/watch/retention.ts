import { BoundedMap } from '@waybill/bounded';
import type { Budget } from '../budget.ts';

/** Longer than the usual polling interval of clients. */
const retentionMs = 15_000;
const maxRetained = 100_000;

type Retained = { timer: NodeJS.Timeout; release: () => void };

/**
 * Keeps the watch of an order or a run running for a while after each read, so that a client which polls is answered from memory
 * and only a change costs a query. `npm run bench -- gateway reads` measures what this saves. At most half of the long
 * polls are used for it; the others are for subscribers.
 */
export function createWatchRetention(longPolls: Budget, retainWatch: (id: string) => () => void) {
  const retained = new BoundedMap<string, Retained>('orders and runs that were read', maxRetained);

  const release = (id: string) => {
    const found = retained.get(id);
    if (!retained.delete(id) || !found) return;
    clearTimeout(found.timer);
    found.release();
  };

  return {
    /** Retains a watch after a read, unless the budget of long polls or the map is exhausted. */
    retain(id: string): void {
      if (retained.get(id) || !longPolls.isHalfFree() || retained.entries >= maxRetained) return;
      const releaseWatch = retainWatch(id);
      retained.getOrMake(id, () => ({
        timer: setTimeout(release, retentionMs, id).unref(),
        release: releaseWatch,
      }));
    },
    /** Restarts the time for which the watch is retained. */
    refresh: (id: string): void => void retained.get(id)?.timer.refresh(),
    release,
  };
}
