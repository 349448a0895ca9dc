import type { OrderCounts } from '@waybill/contracts';
import {
  type Attention,
  isForPerson,
  needsAttention,
  type OrderStatus,
  orderStatuses,
} from '@waybill/contracts/domain';

/** How many orders have this status and need this attention. */
export type Tally = { status: OrderStatus; attention: Attention | null; count: number };

export function countsOf(tallies: readonly Tally[], oldestWaitingSince: string | null): OrderCounts {
  const countWhere = (isCounted: (tally: Tally) => boolean) =>
    tallies.filter(isCounted).reduce((sum, { count }) => sum + count, 0);
  return {
    total: countWhere(() => true),
    byStatus: orderStatuses.map((status) => ({ status, count: countWhere((tally) => tally.status === status) })),
    needingAttention: countWhere(needsAttention),
    stuck: countWhere(({ attention }) => isForPerson(attention)),
    oldestWaitingSince,
  };
}
