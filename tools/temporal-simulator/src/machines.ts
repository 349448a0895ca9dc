import type { coresdk } from '@temporalio/proto';
import { childFailure, signalFailure } from './failures.ts';
import { type Machine, type Surroundings, told, unheard } from './machine.ts';

type Commands = coresdk.workflow_commands.IWorkflowCommand;
type Given<Name extends keyof Commands> = NonNullable<Commands[Name]>;

export function timerMachine({ tell, issue }: Surroundings, { seq, startToFireTimeout }: Given<'startTimer'>): Machine {
  const timerId = String(seq);
  let startedEventId: number | undefined;
  let isOver = false;
  const machine: Machine = {
    isDropped: false,
    hears(event) {
      if (event.type === 'timerStarted') startedEventId = event.id;
      else if (event.type === 'timerFired') {
        isOver = true;
        tell({ fireTimer: { seq: seq ?? 0 } });
      } else unheard('a timer', event);
    },
    cancel() {
      if (isOver) return;
      isOver = true;
      if (startedEventId === undefined) machine.isDropped = true;
      else issue({ type: 'timerCanceled', attributes: { timerId, startedEventId } }, told());
    },
  };
  issue({ type: 'timerStarted', attributes: { timerId, startToFireTimeout: startToFireTimeout ?? {} } }, machine);
  return machine;
}

export function signalMachine(
  { tell, issue }: Surroundings,
  { seq, childWorkflowId, workflowExecution, signalName, args }: Given<'signalExternalWorkflowExecution'>,
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

export function childMachine(
  { tell, issue }: Surroundings,
  { seq, ...command }: Given<'startChildWorkflowExecution'>,
): Machine {
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
        const attributes = { workflowExecution: { workflowId: it.workflowId }, childWorkflowOnly: true };
        issue({ type: 'requestCancelExternalWorkflowExecutionInitiated', attributes }, told());
      } else {
        machine.isDropped = true;
        const gone = cancelled('Child Workflow Execution cancelled before scheduled');
        tell({ resolveChildWorkflowExecutionStart: { seq: seq ?? 0, cancelled: gone } });
      }
    },
  };
  const attributes = {
    workflowId: it.workflowId,
    workflowType: { name: it.workflowType },
    taskQueue: { name: command.taskQueue ?? '' },
    input: { payloads: command.input ?? [] },
  };
  issue({ type: 'startChildWorkflowExecutionInitiated', attributes }, machine);
  return machine;
}
