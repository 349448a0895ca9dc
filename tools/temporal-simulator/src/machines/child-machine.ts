import type { coresdk } from '@temporalio/proto';
import { childFailure } from '../history/failures.ts';
import { type Machine, type MachineContext, oneWay, unheard } from './machine.ts';

type StartChild = coresdk.workflow_commands.IStartChildWorkflowExecution;

export function childMachine({ tell, issue }: MachineContext, { seq, ...command }: StartChild): Machine {
  const it = { workflowId: command.workflowId ?? '', workflowType: command.workflowType ?? '' };
  const cancelled = (message: string) => ({ failure: childFailure(it, message, { canceledFailureInfo: {} }) });
  let isSent = false;
  let isOver = false;
  const ended = (result: coresdk.child_workflow.IChildWorkflowResult) => {
    isOver = true;
    tell({ resolveChildWorkflowExecution: { seq: seq ?? 0, result } });
  };
  const machine: Machine = {
    isDropped: false,
    hears(event) {
      if (event.type === 'startChildWorkflowExecutionInitiated') isSent = true;
      else if (event.type === 'childWorkflowExecutionStarted') {
        const succeeded = { runId: event.attributes.workflowExecution.runId ?? '' };
        tell({ resolveChildWorkflowExecutionStart: { seq: seq ?? 0, succeeded } });
      } else if (event.type === 'childWorkflowExecutionCompleted')
        ended({ completed: { result: event.attributes.result?.payloads?.[0] ?? null } });
      else if (event.type === 'childWorkflowExecutionFailed')
        ended({ failed: { failure: childFailure(it, 'Child Workflow execution failed', event.attributes.failure) } });
      else if (event.type === 'childWorkflowExecutionCanceled')
        ended({ cancelled: cancelled('Child Workflow execution cancelled') });
      else unheard('a child', event);
    },
    cancel() {
      if (isOver || machine.isDropped) return;
      if (isSent) {
        issue(cancellationOf(it.workflowId), oneWay());
      } else {
        machine.isDropped = true;
        const gone = cancelled('Child Workflow Execution cancelled before scheduled');
        tell({ resolveChildWorkflowExecutionStart: { seq: seq ?? 0, cancelled: gone } });
      }
    },
  };
  issue({ type: 'startChildWorkflowExecutionInitiated', attributes: startOf(command) }, machine);
  return machine;
}

const startOf = ({ workflowId, workflowType, taskQueue, input }: StartChild) => ({
  workflowId: workflowId ?? '',
  workflowType: { name: workflowType ?? '' },
  taskQueue: { name: taskQueue ?? '' },
  input: { payloads: input ?? [] },
});

const cancellationOf = (workflowId: string) =>
  ({
    type: 'requestCancelExternalWorkflowExecutionInitiated',
    attributes: { workflowExecution: { workflowId }, childWorkflowOnly: true },
  }) as const;
