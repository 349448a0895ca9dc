import { BoundedMap } from '@waybill/bounded';
import type { Budget } from './budget.ts';

/** Who polls asks again sooner. */
const lingerMs = 15_000;
const ordersRead = 100_000;

type Kept = { until: NodeJS.Timeout; letGo: () => void };

/**
 * Keeps the watch of an order that was read for a while after each reading, so that whoever polls reads from memory: then
 * only a change costs a query. It saves what `bench gateway reads` measures. At most half of the long polls are spent on
 * it; the others are for those who follow.
 */
export function lingeringOn(longPolls: Budget, keep: (orderId: string) => () => void) {
  const kept = new BoundedMap<string, Kept>('orders that were read', ordersRead);

  const forget = (orderId: string) => {
    const one = kept.get(orderId);
    if (!kept.delete(orderId) || !one) return;
    clearTimeout(one.until);
    one.letGo();
  };

  return {
    /** The order is read: its watch is kept from now on, where there is room for it. */
    begin(orderId: string): void {
      if (kept.get(orderId) || !longPolls.isHalfFree() || kept.entries >= ordersRead) return;
      const letGo = keep(orderId);
      kept.getOrMake(orderId, () => ({ until: setTimeout(forget, lingerMs, orderId).unref(), letGo }));
    },
    /** The order is read again. */
    again: (orderId: string): void => void kept.get(orderId)?.until.refresh(),
    /** There is nothing left to be read of it. */
    forget,
  };
}
