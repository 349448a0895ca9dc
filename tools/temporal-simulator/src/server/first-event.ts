import type { Attributes, Happening } from '../history/history.ts';

export type Started = Pick<
  Attributes['workflowExecutionStarted'],
  'workflowId' | 'workflowType' | 'taskQueue' | 'input'
>;

/** The id of the next execution of a workflow. */
export function runIdOf(workflowId: string, executions: readonly { workflowId: string }[]): string {
  const runs = executions.filter((known) => known.workflowId === workflowId).length;
  return runs === 0 ? `run-${workflowId}` : `run-${workflowId}-${runs}`;
}

/** The first event of an execution. */
export function startOf(started: Started, runId: string): Happening {
  const ofRun = { originalExecutionRunId: runId, firstExecutionRunId: runId };
  const attributes = { ...started, ...ofRun, workflowTaskTimeout: { seconds: 10 }, attempt: 1 };
  return { type: 'workflowExecutionStarted', attributes };
}
