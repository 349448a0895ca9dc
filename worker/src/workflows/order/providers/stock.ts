import type { PlacedOrder } from '@waybill/contracts/domain';
import { inventory as compensating, type StepActivities } from '../activities/proxies.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { stockLines } from '../state/stock-lines.ts';
import type { Hold } from './hold.ts';

/** The stock that is reserved for one order. */
export function createStock(order: OrderRecord, placed: PlacedOrder, activities: StepActivities) {
  const { orderId, correlationId } = placed;
  const requestFor = ({ items, ...hold }: Omit<Hold, 'totalMinor'>) => ({
    orderId,
    correlationId: hold.correlationId,
    lines: stockLines(items),
    change: hold.change,
  });

  return {
    reserve: () => activities.reserveInventory(requestFor({ items: order.state.items, correlationId, change: 0 })),

    /** Grows the reservation with an added item, and shrinks it back if that fails. */
    hold: {
      refusal: 'INVALID_INPUT' as const,
      grow: (hold: Hold) => activities.reserveInventory(requestFor(hold)),
      shrinkBack: (hold: Hold) => compensating.reserveInventory(requestFor(hold)),
    },
  };
}
