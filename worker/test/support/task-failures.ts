import proto from '@temporalio/proto';

const { WorkflowTaskFailedCause } = proto.temporal.api.enums.v1;

/** A task that fails is a bug in the workflow; where an event came while it was being completed, it is only repeated. */
export const failedTasksIn = (events: readonly proto.temporal.api.history.v1.IHistoryEvent[]): string[] =>
  events
    .flatMap(({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes ?? [])
    .filter(({ cause }) => cause !== WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
    .flatMap(({ failure }) => failure?.message ?? []);
