import { tsToMs } from '@temporalio/common/lib/time.js';
import type { temporal } from '@temporalio/proto';
import {
  fulfillment,
  type OrderState,
  type OrderStepName,
  orderSteps,
  shipment,
  shippingSteps,
  stepRules,
} from '@waybill/contracts/words';
import type { Engine, Limits } from './engine.ts';
import { asOurs } from './faults.ts';

type PendingActivity = temporal.api.workflow.v1.IPendingActivityInfo;

/** What the engine knows of the work that it is trying right now for an order. */
export type RunningWork = {
  step: OrderStepName;
  attempt: number;
  /** Of this step alone, from its heartbeat. */
  percent: number | null;
  lastError: { code: string; message: string } | null;
  nextAttemptAt: string | null;
};

/**
 * Reads how an order's running step is getting on: its tries, its last error, its percent. Costs no query. Null when
 * nothing is being tried, and never asks the engine when the state already says so.
 */
export const workOf =
  (engine: Engine) =>
  async (order: OrderState, limits: Limits): Promise<RunningWork | null> => {
    const workflowId = whereWorkIsDone(order);
    if (!workflowId) return null;
    const { pendingActivities } = await engine.describe(workflowId, limits).catch(asOurs);
    for (const activity of pendingActivities ?? []) {
      const step = stepNamed(activity.activityType?.name ?? '');
      if (step) return running(engine, step, activity);
    }
    return null;
  };

/** The shipping steps run in a workflow of their own; their undos do not. */
function whereWorkIsDone({ orderId, steps, compensations }: OrderState): string | null {
  if (compensations.some(({ status }) => status === 'RUNNING')) return fulfillment.idFor(orderId);
  const step = steps.find(({ name, status }) => status === 'RUNNING' && 'patience' in stepRules[name]);
  if (!step) return null;
  const shipping = (shippingSteps as readonly OrderStepName[]).includes(step.name);
  return shipping ? shipment.idFor(orderId) : fulfillment.idFor(orderId);
}

/** Activities are named after steps and undos: `createLabel` takes CREATE_LABEL, `cancelLabel` takes it back. */
function stepNamed(activity: string): OrderStepName | undefined {
  const name = activity.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase();
  return orderSteps.find((step) => {
    const rule = stepRules[step];
    return step === name || ('undo' in rule && rule.undo === name);
  });
}

async function running(engine: Engine, step: OrderStepName, activity: PendingActivity): Promise<RunningWork> {
  const { attempt, heartbeatDetails, lastFailure, nextAttemptScheduleTime } = activity;
  return {
    step,
    attempt: attempt ?? 1,
    percent: percentIn(await engine.decoded(heartbeatDetails)),
    lastError: lastFailure
      ? { code: lastFailure.applicationFailureInfo?.type || 'FAULT', message: lastFailure.message ?? '' }
      : null,
    nextAttemptAt: nextAttemptScheduleTime ? new Date(tsToMs(nextAttemptScheduleTime)).toISOString() : null,
  };
}

function percentIn(details: unknown): number | null {
  const percent = typeof details === 'object' && details !== null && 'percent' in details ? details.percent : null;
  return typeof percent === 'number' ? Math.min(100, Math.max(0, Math.floor(percent))) : null;
}
