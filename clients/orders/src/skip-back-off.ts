import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { activityFor, fulfillment, isShippingStep, shipment, type Work } from '@waybill/contracts/domain';
import { createEngine } from './engine.ts';
import { asOwnError, unlessEnded } from './engine-faults.ts';

const { PendingActivityState } = proto.temporal.api.enums.v1;

const limits = { withinMs: 5_000 };

/** The steps of a shipment run in its own workflow; their compensations do not. */
export const workflowOf = (orderId: string, { step, isUndo }: Work): string =>
  !isUndo && isShippingStep(step) ? shipment.idFor(orderId) : fulfillment.idFor(orderId);

/**
 * Triggers the next attempt of an order's running step or compensation at once, by pausing and unpausing the activity:
 * unlike a reset, this keeps the number of attempts. A repeated call finishes an interrupted one, so that nothing stays
 * paused.
 */
export function createSkipBackOff(client: Client) {
  const engine = createEngine(client);
  const { namespace } = client.options;

  return {
    async skipBackOff(orderId: string, work: Work): Promise<void> {
      const execution = { workflowId: workflowOf(orderId, work) };
      const type = activityFor(work);
      const described = await engine.describe(execution.workflowId, limits).catch(asOwnError).catch(unlessEnded);
      const pending = described?.pendingActivities.find(({ activityType }) => activityType?.name === type);
      if (!pending?.activityId) return;
      const activity = { namespace, execution, id: pending.activityId };
      const isWaiting = pending.state === PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;
      if (!pending.paused && !(isWaiting && pending.nextAttemptScheduleTime)) return;
      await engine.limited(limits, async () => {
        await client.workflowService.pauseActivity(activity);
        await client.workflowService.unpauseActivity(activity);
      });
    },
  };
}
