import { ActivityFailure, CancellationScope, condition } from '@temporalio/workflow';
import type { RunOutcome, StartedStandingOrder } from '@waybill/contracts/domain';
import { toStepFailure } from '../shared/activities/failure.ts';
import { createPlacementActivities } from './activities/proxies.ts';
import { closeRun } from './book/close-run.ts';
import { type CarriedStandingOrder, isHistoryLong } from './standing/generation.ts';
import type { Period } from './standing/periods.ts';
import { createStandingOrderWorkflow, type StandingOrder } from './standing/standing-order-workflow.ts';
import { readStartedRun } from './state/read-started-run.ts';

/**
 * Places an order each period, until it is stopped or has placed its last. Each placement is recorded; a refused one
 * does not end the standing order. While it waits, it may be paused and resumed, and its next period skipped. Before
 * its history grows long, it continues as new.
 */
export async function standingOrder(input: StartedStandingOrder, carried?: CarriedStandingOrder): Promise<RunOutcome> {
  const started = readStartedRun('STANDING_ORDER', input);
  const { cancelRequested } = CancellationScope.current();

  return CancellationScope.nonCancellable(async () => {
    const order = createStandingOrderWorkflow(started, cancelRequested, carried);
    await order.saga.run(async () => {
      await order.begin();
      while (!order.hasPlacedAll) {
        await order.continueAsNewInTime();
        await untilDue(order);
        const period = order.isDue ? order.periods.take(Date.now()) : null;
        if (period) await place(order, period);
      }
    });
    order.end();
    return closeRun(order.record, order.book, order.saga.fault);
  });
}

/** Resolves when the next period is due, or something has changed meanwhile. */
async function untilDue({ periods, record, isDue }: StandingOrder): Promise<void> {
  if (isDue) return;
  const { revision, nextAt } = record.state;
  const hasChanged = () => record.state.revision !== revision || isHistoryLong();
  if (nextAt === null) await condition(hasChanged);
  else await condition(hasChanged, Math.max(1, periods.waitMs(Date.now())));
}

/** A running placement is not cancelled: it would be unknown whether the order was placed. */
async function place({ started, periods, ref }: StandingOrder, period: Period): Promise<void> {
  const { placePeriod } = createPlacementActivities(started);
  const { runId, template, startedBy, startedByStaff, orderOverrides: overrides = {} } = started;
  const placing = { ...ref, orderId: period.orderId, runId, template, startedBy, startedByStaff, overrides };
  await CancellationScope.nonCancellable(async () => {
    try {
      const { attempt, orderId = period.orderId } = await placePeriod(placing);
      periods.placed({ ...period, orderId }, attempt);
    } catch (failure) {
      if (!(failure instanceof ActivityFailure)) throw failure;
      const { attempt, code, message } = toStepFailure(failure);
      periods.refused(period, attempt ?? 1, { code, message });
    }
  });
}
