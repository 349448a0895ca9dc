import proto from '@temporalio/proto';
import type { CallLimits } from './call-limits.ts';
import type { Description, Engine } from './engine.ts';
import { asOwnError, unlessEnded } from './engine-faults.ts';

export const {
  WORKFLOW_EXECUTION_STATUS_RUNNING: runningStatus,
  WORKFLOW_EXECUTION_STATUS_COMPLETED: completedStatus,
} = proto.temporal.api.enums.v1.WorkflowExecutionStatus;

/** The newest execution of a workflow; undefined if the engine has none. */
export const descriptionOf = (
  engine: Pick<Engine, 'describe'>,
  workflowId: string,
  limits: CallLimits,
): Promise<Description | undefined> => engine.describe(workflowId, limits).catch(asOwnError).catch(unlessEnded);

export const isRunningIn = (description: Description | undefined): boolean =>
  description?.workflowExecutionInfo?.status === runningStatus;
