import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import type { OrderItem } from '@waybill/contracts/domain';
import { type StepFailure, toStepFailure } from '../../shared/activities/failure.ts';
import type { GrowingHold } from '../providers/hold.ts';
import type { OrderRecord } from '../state/order-record.ts';

/** Changes what is held for an order, each time under a number of its own. */
export function createHoldGrowth(order: OrderRecord, hold: GrowingHold) {
  let changes = 0;

  /** Brings the hold back to what is on the order. */
  const shrinkBack = (correlationId: string) => {
    const { items, total } = order.state;
    return hold.shrinkBack({ items, totalMinor: total.amountMinor, correlationId, change: ++changes });
  };

  return {
    shrinkBack,

    /** Resolves to why the hold did not grow, if it did not. */
    async grow(items: OrderItem[], totalMinor: number, correlationId: string): Promise<StepFailure | undefined> {
      try {
        await hold.grow({ items, totalMinor, correlationId, change: ++changes });
        return undefined;
      } catch (failure) {
        if (isCancellation(failure) || !(failure instanceof ActivityFailure)) throw failure;
        const error = toStepFailure(failure);
        if (!error.refused) await shrinkBack(correlationId); // it may have grown all the same
        return error;
      }
    },
  };
}
