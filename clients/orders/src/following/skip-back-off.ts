import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { fulfillment, isActivityOf, isShippingStep, shipment, type Work } from '@waybill/contracts/domain';
import { descriptionOf } from '../engine/description.ts';
import { createEngine } from '../engine/engine.ts';

const { PendingActivityState } = proto.temporal.api.enums.v1;

type PendingActivity = proto.temporal.api.workflow.v1.IPendingActivityInfo;

const limits = { withinMs: 5_000 };

/** The steps of a shipment run in its own workflow; their compensations do not. */
export const workflowOf = (orderId: string, { step, isUndo }: Work): string =>
  !isUndo && isShippingStep(step) ? shipment.idFor(orderId) : fulfillment.idFor(orderId);

/**
 * Triggers the next attempt of each waiting activity of an order's running step or compensation at once, by pausing and unpausing
 * it: unlike a reset, this keeps the number of attempts. A repeated call finishes an interrupted one, so that nothing stays
 * paused.
 */
export function createSkipBackOff(client: Client) {
  const engine = createEngine(client);
  const { namespace } = client.options;

  return {
    async skipBackOff(orderId: string, work: Work): Promise<void> {
      const execution = { workflowId: workflowOf(orderId, work) };
      const described = await descriptionOf(engine, execution.workflowId, limits);
      for (const pending of described?.pendingActivities ?? []) {
        const { activityId: id, activityType } = pending;
        if (!id || !isActivityOf(work, activityType?.name) || !isWaiting(pending)) continue;
        await engine.limited(limits, async () => {
          await client.workflowService.pauseActivity({ namespace, execution, id });
          await client.workflowService.unpauseActivity({ namespace, execution, id });
        });
      }
    },
  };
}

const isWaiting = ({ paused, state, nextAttemptScheduleTime }: PendingActivity): boolean =>
  Boolean(paused || (state === PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED && nextAttemptScheduleTime));
