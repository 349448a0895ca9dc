import { ActivityFailure, isCancellation, sleep } from '@temporalio/workflow';
import type { OrderItem } from '@waybill/contracts/domain';
import { type StepFailure, toStepFailure } from '../../shared/activities/failure.ts';
import type { GrowingHold } from '../providers/hold.ts';
import type { OrderRecord } from '../state/order-record.ts';

/** From one refusal to the next try: doubled each time, up to the limit. */
const firstRetryMs = 1_000;
const maxRetryMs = 30_000;

/** Changes the hold of an order, each time under a new change number. */
export function createHoldGrowth(order: OrderRecord, hold: GrowingHold, wait: (ms: number) => Promise<void> = sleep) {
  let changes = 0;

  /**
   * Shrinks the hold back to the items of the order. A refusal is tried again, until the order ends: a provider keeps its answer
   * to one change, and may give another to the next.
   */
  const shrinkBack = async (correlationId: string): Promise<void> => {
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(2 * retryMs, maxRetryMs)) {
      const { items, total } = order.state;
      try {
        await hold.shrinkBack({ items, totalMinor: total.amountMinor, correlationId, change: ++changes });
        return;
      } catch (failure) {
        failureOf(failure);
      }
      await wait(retryMs);
    }
  };

  return {
    shrinkBack,

    /** Resolves to why the hold did not grow, if it did not. */
    async grow(items: OrderItem[], totalMinor: number, correlationId: string): Promise<StepFailure | undefined> {
      try {
        await hold.grow({ items, totalMinor, correlationId, change: ++changes });
        return undefined;
      } catch (failure) {
        const error = failureOf(failure);
        if (!error.refused) await shrinkBack(correlationId); // it may have grown nevertheless
        return error;
      }
    },
  };
}

/** Why an activity failed; throws what is a bug, or the order's end. */
function failureOf(failure: unknown): StepFailure {
  if (isCancellation(failure) || !(failure instanceof ActivityFailure)) throw failure;
  return toStepFailure(failure);
}
