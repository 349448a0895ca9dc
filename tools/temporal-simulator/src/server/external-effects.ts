import type { Attributes, Happening, HistoryEvent, Payloads } from '../history/history.ts';

/** How one workflow reaches others. False if there is no such workflow, or it has ended. */
type Reach = {
  startChild: (child: Attributes['startChildWorkflowExecutionInitiated']) => Happening;
  signal: (workflowId: string, signalName: string, input: Payloads) => boolean;
  cancel: (workflowId: string) => boolean;
};

/** What a command about another workflow does there, which answers with what its own workflow is told. */
export function effectFor(event: HistoryEvent, { startChild, signal, cancel }: Reach): (() => Happening) | undefined {
  if (event.type === 'startChildWorkflowExecutionInitiated') return () => startChild(event.attributes);
  if (event.type === 'signalExternalWorkflowExecutionInitiated') {
    const { workflowExecution, signalName, input } = event.attributes;
    const about = { initiatedEventId: event.id, workflowExecution };
    const failed = { ...about, cause: `SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_${notFound}` };
    return () =>
      signal(workflowExecution.workflowId, signalName, input)
        ? { type: 'externalWorkflowExecutionSignaled', attributes: about }
        : { type: 'signalExternalWorkflowExecutionFailed', attributes: failed };
  }
  if (event.type === 'requestCancelExternalWorkflowExecutionInitiated') {
    const { workflowExecution } = event.attributes;
    const about = { initiatedEventId: event.id, workflowExecution };
    const failed = { ...about, cause: `CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_${notFound}` };
    return () =>
      cancel(workflowExecution.workflowId)
        ? { type: 'externalWorkflowExecutionCancelRequested', attributes: about }
        : { type: 'requestCancelExternalWorkflowExecutionFailed', attributes: failed };
  }
  return undefined;
}

const notFound = 'EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND';
