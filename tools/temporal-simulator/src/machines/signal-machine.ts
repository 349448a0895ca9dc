import type { coresdk } from '@temporalio/proto';
import { signalFailure } from '../history/failures.ts';
import { type Machine, type MachineContext, unheard } from './machine.ts';

type SignalWorkflow = coresdk.workflow_commands.ISignalExternalWorkflowExecution;

export function signalMachine(
  { tell, issue }: MachineContext,
  { seq, childWorkflowId, workflowExecution, signalName, args }: SignalWorkflow,
): Machine {
  const resolve = (failure?: ReturnType<typeof signalFailure>) =>
    tell({ resolveSignalExternalWorkflow: { seq: seq ?? 0, ...(failure ? { failure } : {}) } });
  let isSent = false;
  const machine: Machine = {
    isDropped: false,
    hears(event) {
      if (event.type === 'signalExternalWorkflowExecutionInitiated') isSent = true;
      else if (event.type === 'externalWorkflowExecutionSignaled') resolve();
      else if (event.type === 'signalExternalWorkflowExecutionFailed') resolve(signalFailure(event.attributes.cause));
      else unheard('a signal', event);
    },
    cancel() {
      if (isSent || machine.isDropped) return;
      machine.isDropped = true;
      resolve({ message: 'Signal was cancelled before being sent', canceledFailureInfo: {} });
    },
  };
  const attributes = {
    workflowExecution: { workflowId: childWorkflowId ?? workflowExecution?.workflowId ?? '' },
    signalName: signalName ?? '',
    input: { payloads: args ?? [] },
    childWorkflowOnly: typeof childWorkflowId === 'string',
  };
  issue({ type: 'signalExternalWorkflowExecutionInitiated', attributes }, machine);
  return machine;
}
