import type { Failure } from './history.ts';

// How the engine and the SDK's core wrap what went wrong, so that workflow code meets what it really meets.

type Activity = { activityId: string; activityType: string };

export const activityFailure = ({ activityId, activityType }: Activity, message: string, cause: Failure): Failure => ({
  message,
  cause,
  activityFailureInfo: { activityId, activityType: { name: activityType } },
});

export const cancelledBefore = (activity: Activity): Failure =>
  activityFailure(activity, 'Activity cancelled', { message: 'Activity cancelled', canceledFailureInfo: {} });

export const timeout: Failure = {
  message: 'activity StartToClose timeout',
  timeoutFailureInfo: { timeoutType: 1 }, // start to close
};

type Child = { workflowId: string; workflowType: string };

export const childFailure = ({ workflowId, workflowType }: Child, message: string, cause: Failure): Failure => ({
  message,
  cause,
  childWorkflowExecutionFailureInfo: {
    workflowExecution: { workflowId },
    workflowType: { name: workflowType },
  },
});

export const signalFailure = (type: string): Failure => ({
  message: 'Unable to signal external workflow because it was not found',
  applicationFailureInfo: { type },
});

export const mayBeTriedAgain = (failure: Failure): boolean => !failure.applicationFailureInfo?.nonRetryable;
