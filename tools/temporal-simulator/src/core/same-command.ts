import type { Attributes, EventType, Happening, Payload, Payloads } from '../history/history.ts';
import { endIn, markerName } from '../machines/local-activity-machine.ts';

type Said<Type extends EventType> = (attributes: Attributes[Type]) => unknown[];

/**
 * What a command says and must say again when it is replayed. The SDK's own core looks at less: it takes any content.
 * Only what is written into the book may differ, as it leaves out what was heard to be there already.
 */
const said: { [Type in EventType]?: Said<Type> } = {
  activityTaskScheduled: ({ activityId, activityType: { name }, taskQueue, input }) => [
    activityId,
    name,
    taskQueue.name,
    ...(name === 'recordOrder' || name === 'recordRun' ? [] : textOf(input)),
  ],
  activityTaskCancelRequested: ({ scheduledEventId }) => [scheduledEventId],
  timerStarted: ({ timerId, startToFireTimeout }) => [timerId, String(startToFireTimeout.seconds ?? 0)],
  timerCanceled: ({ timerId }) => [timerId],
  markerRecorded: (marker) => [
    marker.markerName,
    ...(marker.markerName === markerName ? [endIn(marker).seq] : textOf(marker.details['patch-data'])),
  ],
  upsertWorkflowSearchAttributes: ({ searchAttributes: { indexedFields } }) =>
    Object.entries(indexedFields).flatMap(([name, payload]) => [name, ...textOf({ payloads: [payload] })]),
  startChildWorkflowExecutionInitiated: ({ workflowId, workflowType, input }) => [
    workflowId,
    workflowType.name,
    ...textOf(input),
  ],
  signalExternalWorkflowExecutionInitiated: ({ workflowExecution, signalName, input }) => [
    workflowExecution.workflowId,
    signalName,
    ...textOf(input),
  ],
  requestCancelExternalWorkflowExecutionInitiated: ({ workflowExecution }) => [workflowExecution.workflowId],
  workflowExecutionUpdateAccepted: ({ protocolInstanceId }) => [protocolInstanceId],
  workflowExecutionUpdateCompleted: ({ meta: { updateId }, outcome: { success, failure } }) => [
    updateId,
    failure?.message,
    ...textOf(success),
  ],
  workflowExecutionCompleted: ({ result }) => textOf(result),
  workflowExecutionFailed: ({ failure }) => [failure.message],
  workflowExecutionContinuedAsNew: ({ workflowType, input }) => [workflowType.name, ...textOf(input)],
};

/** A textual form of a command, for comparison and messages. */
export const inWords = ({ type, attributes }: Happening): string =>
  JSON.stringify([type, ...((said[type] as Said<EventType> | undefined)?.(attributes as never) ?? [])]);

const textOf = (payloads: Payloads | null | undefined): string[] =>
  (payloads?.payloads ?? []).map(({ data }: Payload) => Buffer.from(data ?? []).toString());
