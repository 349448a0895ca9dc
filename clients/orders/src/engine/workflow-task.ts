import proto from '@temporalio/proto';
import type { CallLimits } from './call-limits.ts';
import { descriptionOf, isRunningIn } from './description.ts';
import type { Description, Engine, HistoryEvent } from './engine.ts';
import { asOwnError } from './engine-faults.ts';

const { WorkflowTaskFailedCause: Cause } = proto.temporal.api.enums.v1;

/** An event arrived while the task was being completed: the task is only repeated. */
const harmless: readonly unknown[] = [
  Cause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND,
  Cause.WORKFLOW_TASK_FAILED_CAUSE_RESET_STICKY_TASK_QUEUE,
  Cause.WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND,
];

/** Whether the workflow task is being retried: a bug in the workflow, which needs a fixed build. */
export const createTaskCheck =
  (engine: Engine, workflowIdOf: (id: string) => string) =>
  async (id: string, limits: CallLimits): Promise<boolean> =>
    isTaskFailing(await engine.describe(workflowIdOf(id), limits).catch(asOwnError));

/** Whether the newest execution of a workflow is running; false if the engine has none. */
export const createRunningCheck =
  (engine: Engine, workflowIdOf: (id: string) => string) =>
  async (id: string, limits: CallLimits): Promise<boolean> =>
    isRunningIn(await descriptionOf(engine, workflowIdOf(id), limits));

export const isTaskFailing = ({ pendingWorkflowTask }: Pick<Description, 'pendingWorkflowTask'>): boolean =>
  (pendingWorkflowTask?.attempt ?? 1) > 1;

/** The state after these events; undefined if they do not determine it. */
export function taskFailedIn(events: readonly HistoryEvent[]): boolean | undefined {
  const lastTask = events.findLast(
    ({ workflowTaskCompletedEventAttributes: completed, workflowTaskFailedEventAttributes: failed }) =>
      completed || (failed && !harmless.includes(failed.cause)),
  );
  return lastTask && Boolean(lastTask.workflowTaskFailedEventAttributes);
}

/** The number of the event that scheduled the workflow task which these events leave pending; undefined if they leave none. */
export function pendingTaskIn(events: readonly HistoryEvent[]): number | undefined {
  const last = events.findLast((event) => event.workflowTaskScheduledEventAttributes || endOf(event));
  return last?.workflowTaskScheduledEventAttributes ? Number(last.eventId) : undefined;
}

/** The number of the event that scheduled the newest workflow task which these events complete; 0 if they complete none. */
export const newestTaskIn = (events: readonly HistoryEvent[]): number =>
  Math.max(0, ...events.map((event) => Number(event.workflowTaskCompletedEventAttributes?.scheduledEventId ?? 0)));

const endOf = (event: HistoryEvent) =>
  event.workflowTaskCompletedEventAttributes ??
  event.workflowTaskFailedEventAttributes ??
  event.workflowTaskTimedOutEventAttributes;

/** A query that comes with a workflow task may be answered before the local activities of that task. */
export const isOfLocalActivity = ({ markerRecordedEventAttributes: marker }: HistoryEvent): boolean =>
  marker?.markerName === 'core_local_activity';
