import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import type { OrderItem } from '@waybill/contracts/domain';
import { type StepFailure, toStepFailure } from '../../shared/activities/failure.ts';
import type { GrowingHold } from '../providers/hold.ts';
import type { OrderRecord } from '../state/order-record.ts';

/** Changes the hold of an order, each time under a new change number. */
export function createHoldGrowth(order: OrderRecord, hold: GrowingHold) {
  let changes = 0;

  /** Shrinks the hold back to the items of the order. */
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
        if (!error.refused) await shrinkBack(correlationId); // it may have grown nevertheless
        return error;
      }
    },
  };
}
