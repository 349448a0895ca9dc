import type { HistoryEvent } from '../history/history.ts';
import type { Job } from '../sdk/sdk.ts';

/** The order in which the SDK's core sorts the jobs of one activation. */
function rankOf({ initializeWorkflow, notifyHasPatch, signalWorkflow, doUpdate, resolveActivity }: Job): number {
  if (initializeWorkflow) return 0;
  if (notifyHasPatch) return 1;
  if (signalWorkflow || doUpdate) return 3;
  return resolveActivity?.isLocal ? 5 : 4;
}

export const inOrder = (jobs: readonly Job[]): Job[] => jobs.toSorted((one, other) => rankOf(one) - rankOf(other));

/** The job for an event that belongs to no command. */
export function jobOf(event: HistoryEvent): Job | undefined {
  if (event.type === 'workflowExecutionStarted') {
    const { workflowId, workflowType, input, originalExecutionRunId } = event.attributes;
    return {
      initializeWorkflow: {
        workflowId,
        workflowType: workflowType.name,
        arguments: input.payloads ?? [],
        firstExecutionRunId: originalExecutionRunId,
        attempt: 1,
      },
    };
  }
  if (event.type === 'workflowExecutionSignaled') {
    const { signalName, input } = event.attributes;
    return { signalWorkflow: { signalName, input: input?.payloads ?? [] } };
  }
  return event.type === 'workflowExecutionCancelRequested' ? { cancelWorkflow: {} } : undefined;
}
