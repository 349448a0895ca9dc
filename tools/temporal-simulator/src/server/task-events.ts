import type { Happening } from '../history/history.ts';

export type OfTask = { scheduledEventId: number; startedEventId: number };

/** What the history has of a workflow task: that a worker took it, and one of the ways in which it ends. */
export const taskStarted = (scheduledEventId: number): Happening => ({
  type: 'workflowTaskStarted',
  attributes: { scheduledEventId },
});

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
