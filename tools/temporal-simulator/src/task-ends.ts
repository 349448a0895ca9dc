import type { Happening } from './history.ts';

type OfTask = { scheduledEventId: number; startedEventId: number };

/** The ways in which a workflow task ends, as the history has them. */
export const taskCompleted = (ofTask: OfTask, langUsedFlags: readonly number[]): Happening => ({
  type: 'workflowTaskCompleted',
  attributes: { ...ofTask, sdkMetadata: { langUsedFlags: [...langUsedFlags], coreUsedFlags: [1, 2, 3] } },
});

export const taskFailed = (ofTask: OfTask): Happening => ({
  type: 'workflowTaskFailed',
  attributes: { ...ofTask, cause: 'WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND' },
});

export const taskTimedOut = (ofTask: OfTask): Happening => ({
  type: 'workflowTaskTimedOut',
  attributes: { ...ofTask, timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' },
});
