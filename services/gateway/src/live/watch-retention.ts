import { BoundedMap } from '@waybill/bounded';
import type { Budget } from './budget.ts';

/** Longer than the interval of a client that polls. */
const retentionMs = 15_000;
const maxOrders = 100_000;

type Retained = { timer: NodeJS.Timeout; release: () => void };

/**
 * Keeps the watch of an order running for a while after each read, so that a client which polls is answered from memory
 * and only a change costs a query. `npm run bench -- gateway reads` measures what this saves. At most half of the long
 * polls are used for it; the others are for subscribers.
 */
export function createWatchRetention(longPolls: Budget, retainWatch: (orderId: string) => () => void) {
  const retained = new BoundedMap<string, Retained>('orders that were read', maxOrders);

  const release = (orderId: string) => {
    const found = retained.get(orderId);
    if (!retained.delete(orderId) || !found) return;
    clearTimeout(found.timer);
    found.release();
  };

  return {
    /** Retains the watch of an order that is read, unless the budget of long polls or the map is exhausted. */
    retain(orderId: string): void {
      if (retained.get(orderId) || !longPolls.isHalfFree() || retained.entries >= maxOrders) return;
      const releaseWatch = retainWatch(orderId);
      retained.getOrMake(orderId, () => ({
        timer: setTimeout(release, retentionMs, orderId).unref(),
        release: releaseWatch,
      }));
    },
    /** Restarts the time for which the watch is retained. */
    refresh: (orderId: string): void => void retained.get(orderId)?.timer.refresh(),
    release,
  };
}
