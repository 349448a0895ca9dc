import { tsToMs } from '@temporalio/common/lib/time.js';
import type { temporal } from '@temporalio/proto';
import {
  currentWork,
  type OrderState,
  type OrderStepName,
  type RunningWork,
  type RunState,
  type RunStepName,
  runStepOf,
  runWorkflows,
  workNamed,
} from '@waybill/contracts/domain';
import type { CallLimits } from '../engine/call-limits.ts';
import type { Engine, Failure } from '../engine/engine.ts';
import { asOwnError } from '../engine/engine-faults.ts';
import { workflowOf } from './skip-back-off.ts';

type PendingActivity = temporal.api.workflow.v1.IPendingActivityInfo;

/**
 * Reads the progress of an order's running step: attempts, last error, percentage. Needs no query. Null if nothing is
 * running; the engine is not called if the state already says so.
 */
export const createWorkReader =
  (engine: Engine) =>
  async (order: OrderState, limits: CallLimits): Promise<RunningWork | null> => {
    const workflowId = workflowOfRunningStep(order);
    if (!workflowId) return null;
    return workIn(engine, workflowId, limits, (activity) => workNamed(activity)?.step);
  };

/** The same for a run. */
export type RunWork = RunningWork<RunStepName>;

export const createRunWorkReader =
  (engine: Engine) =>
  async ({ runId, steps, compensations }: RunState, limits: CallLimits): Promise<RunWork | null> => {
    const isBusy = [...steps, ...compensations].some(({ status }) => status === 'RUNNING');
    return isBusy ? workIn(engine, runWorkflows.idFor(runId), limits, runStepOf) : null;
  };

/** Of the pending activities of a workflow that are a step or a compensation, the one with the most attempts. */
async function workIn<Step extends OrderStepName | RunStepName>(
  engine: Engine,
  workflowId: string,
  limits: CallLimits,
  stepOf: (activity: string) => Step | undefined,
): Promise<RunningWork<Step> | null> {
  const { pendingActivities } = await engine.describe(workflowId, limits).catch(asOwnError);
  const works = (pendingActivities ?? []).flatMap((activity) => {
    const step = stepOf(activity.activityType?.name ?? '');
    return step ? [{ step, activity }] : [];
  });
  const [work] = works.toSorted((a, b) => (b.activity.attempt ?? 1) - (a.activity.attempt ?? 1));
  return work ? running(engine, workflowId, work) : null;
}

function workflowOfRunningStep(order: OrderState): string | null {
  const work = currentWork(order);
  return work && workflowOf(order.orderId, work);
}

async function running<Step extends OrderStepName | RunStepName>(
  engine: Engine,
  workflowId: string,
  { step, activity }: { step: Step; activity: PendingActivity },
): Promise<RunningWork<Step>> {
  const { attempt, heartbeatDetails, lastFailure, maximumAttempts, nextAttemptScheduleTime } = activity;
  return {
    step,
    attempt: attempt ?? 1,
    percent: percentIn(await engine.decoded(heartbeatDetails, workflowId)),
    lastError: lastFailure ? await errorOf(engine, lastFailure, workflowId) : null,
    ...(maximumAttempts ? { maxAttempts: maximumAttempts } : {}),
    nextAttemptAt: nextAttemptScheduleTime ? new Date(tsToMs(nextAttemptScheduleTime)).toISOString() : null,
  };
}

/** The message of an activity is meant for customers; one that the engine writes in its place is for engineers. */
async function errorOf(engine: Engine, failure: Failure, workflowId: string): Promise<RunningWork['lastError']> {
  const code = failure.applicationFailureInfo?.type;
  if (!code) return { code: 'FAULT', message: 'There was no answer in time' };
  return { code, message: await engine.messageOf(failure, workflowId) };
}

function percentIn(details: unknown): number | null {
  const percent = typeof details === 'object' && details !== null && 'percent' in details ? details.percent : null;
  return typeof percent === 'number' ? Math.min(100, Math.max(0, Math.floor(percent))) : null;
}
