import type { Attributes, Happening } from './history.ts';

export type Started = Pick<
  Attributes['workflowExecutionStarted'],
  'workflowId' | 'workflowType' | 'taskQueue' | 'input'
>;

/** The first event of a workflow that has been run so many times before. */
export function startOf(started: Started, runs: number): Happening {
  const runId = runs === 0 ? `run-${started.workflowId}` : `run-${started.workflowId}-${runs}`;
  const ofRun = { originalExecutionRunId: runId, firstExecutionRunId: runId };
  const attributes = { ...started, ...ofRun, workflowTaskTimeout: { seconds: 10 }, attempt: 1 };
  return { type: 'workflowExecutionStarted', attributes };
}
