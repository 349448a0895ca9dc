import type { Happening } from '../history/history.ts';
import type { Command } from '../sdk/sdk.ts';
import { activityMachine } from './activity-machine.ts';
import { childMachine } from './child-machine.ts';
import { localActivityMachine } from './local-activity-machine.ts';
import { type Machine, type MachineContext, oneWay } from './machine.ts';
import { signalMachine } from './signal-machine.ts';
import { timerMachine } from './timer-machine.ts';

type Taken = { key?: string; machine?: Machine; cancels?: string };

/** What a command begins or calls off. Commands that no workflow of ours gives are not known. */
export function machineFor(command: Command, around: MachineContext & { replaying: boolean }): Taken {
  const { startTimer, cancelTimer, scheduleActivity, requestCancelActivity, scheduleLocalActivity } = command;
  const { startChildWorkflowExecution: child, cancelChildWorkflowExecution, upsertWorkflowSearchAttributes } = command;
  const { signalExternalWorkflowExecution: signal, cancelSignalWorkflow } = command;

  if (startTimer) return { key: `timer ${startTimer.seq}`, machine: timerMachine(around, startTimer) };
  if (cancelTimer) return { cancels: `timer ${cancelTimer.seq}` };
  if (scheduleActivity)
    return { key: `activity ${scheduleActivity.seq}`, machine: activityMachine(around, scheduleActivity) };
  if (requestCancelActivity) return { cancels: `activity ${requestCancelActivity.seq}` };
  if (scheduleLocalActivity) return { machine: localActivityMachine(around, scheduleLocalActivity, around.replaying) };
  if (child) return { key: `child ${child.seq}`, machine: childMachine(around, child) };
  if (cancelChildWorkflowExecution) return { cancels: `child ${cancelChildWorkflowExecution.childWorkflowSeq}` };
  if (signal) return { key: `signal ${signal.seq}`, machine: signalMachine(around, signal) };
  if (cancelSignalWorkflow) return { cancels: `signal ${cancelSignalWorkflow.seq}` };

  const indexedFields = upsertWorkflowSearchAttributes?.searchAttributes?.indexedFields;
  const happening = indexedFields
    ? ({ type: 'upsertWorkflowSearchAttributes', attributes: { searchAttributes: { indexedFields } } } as const)
    : endOf(command);
  if (!happening) throw new Error(`The simulated core does not know the command ${Object.keys(command).join()}`);
  around.issue(happening, oneWay());
  return {};
}

function endOf(command: Command) {
  const { completeWorkflowExecution, failWorkflowExecution, cancelWorkflowExecution } = command;
  const { continueAsNewWorkflowExecution } = command;
  if (continueAsNewWorkflowExecution) {
    const { workflowType, taskQueue, arguments: args } = continueAsNewWorkflowExecution;
    const attributes = {
      newExecutionRunId: '',
      workflowType: { name: workflowType ?? '' },
      taskQueue: { name: taskQueue ?? '' },
      input: { payloads: args ?? [] },
    };
    return { type: 'workflowExecutionContinuedAsNew', attributes } satisfies Happening;
  }
  if (completeWorkflowExecution) {
    const { result } = completeWorkflowExecution;
    return {
      type: 'workflowExecutionCompleted',
      attributes: { result: { payloads: result ? [result] : [] } },
    } satisfies Happening;
  }
  if (failWorkflowExecution)
    return {
      type: 'workflowExecutionFailed',
      attributes: { failure: failWorkflowExecution.failure ?? {} },
    } satisfies Happening;
  return cancelWorkflowExecution
    ? ({ type: 'workflowExecutionCanceled', attributes: {} } satisfies Happening)
    : undefined;
}

/** Nothing is said after the end: the SDK's core puts it last. */
export const endLast = (commands: readonly Command[]): Command[] => {
  const ends = commands.filter((command) => endOf(command));
  return [...commands.filter((command) => !endOf(command)), ...ends.slice(0, 1)];
};
