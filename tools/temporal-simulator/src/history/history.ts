import type { temporal } from '@temporalio/proto';

export type Payload = temporal.api.common.v1.IPayload;
export type Payloads = { payloads?: Payload[] | null };
export type Failure = temporal.api.failure.v1.IFailure;
export type RetryPolicy = temporal.api.common.v1.IRetryPolicy;
export type Duration = { seconds?: unknown; nanos?: number | null };
export type Execution = { workflowId: string; runId?: string };
export type UpdateRequest = { meta: { updateId: string }; input: { name: string; args: Payloads } };
/** What an update came to. */
export type Outcome = { success?: Payloads; failure?: Failure };
type Named = { name: string };
type OfAttempt = { scheduledEventId: number; startedEventId: number };
type OfChild = { initiatedEventId: number; startedEventId?: number; workflowExecution: Execution; workflowType: Named };

/** What is looked at of each kind of event that histories of our workflows have. */
export type Attributes = {
  workflowExecutionStarted: {
    workflowId: string;
    workflowType: Named;
    taskQueue: Named;
    input: Payloads;
    originalExecutionRunId: string;
    firstExecutionRunId: string;
    workflowTaskTimeout: Duration;
    attempt: number;
  };
  workflowExecutionSignaled: { signalName: string; input?: Payloads | null };
  workflowExecutionCancelRequested: { cause?: string };
  workflowExecutionUpdateAccepted: {
    protocolInstanceId: string;
    acceptedRequestMessageId: string;
    acceptedRequestSequencingEventId: number;
    acceptedRequest: UpdateRequest;
  };
  workflowExecutionUpdateCompleted: { meta: { updateId: string }; acceptedEventId: number; outcome: Outcome };
  workflowExecutionCompleted: { result?: Payloads };
  workflowExecutionFailed: { failure: Failure };
  workflowExecutionCanceled: object;
  workflowExecutionContinuedAsNew: {
    newExecutionRunId: string;
    workflowType: Named;
    taskQueue: Named;
    input: Payloads;
  };
  workflowTaskScheduled: { attempt: number };
  workflowTaskStarted: { scheduledEventId: number };
  workflowTaskCompleted: OfAttempt & { sdkMetadata?: { langUsedFlags?: number[]; coreUsedFlags?: number[] } };
  workflowTaskFailed: OfAttempt & { cause: string; failure?: Failure };
  workflowTaskTimedOut: OfAttempt & { timeoutType: string };
  activityTaskScheduled: {
    activityId: string;
    activityType: Named;
    taskQueue: Named;
    input: Payloads;
    startToCloseTimeout: Duration;
    heartbeatTimeout?: Duration | null;
    retryPolicy?: RetryPolicy | null;
  };
  activityTaskStarted: { scheduledEventId: number; attempt: number };
  activityTaskCompleted: OfAttempt & { result: Payloads };
  activityTaskFailed: OfAttempt & { failure: Failure; retryState: string };
  activityTaskTimedOut: OfAttempt & { failure: Failure; retryState: string };
  activityTaskCancelRequested: { scheduledEventId: number };
  activityTaskCanceled: OfAttempt & { latestCancelRequestedEventId?: number };
  timerStarted: { timerId: string; startToFireTimeout: Duration };
  timerFired: { timerId: string; startedEventId: number };
  timerCanceled: { timerId: string; startedEventId: number };
  markerRecorded: { markerName: string; details: Record<string, Payloads>; failure?: Failure };
  upsertWorkflowSearchAttributes: { searchAttributes: { indexedFields: Record<string, Payload> } };
  startChildWorkflowExecutionInitiated: { workflowId: string; workflowType: Named; taskQueue: Named; input: Payloads };
  childWorkflowExecutionStarted: OfChild;
  childWorkflowExecutionCompleted: OfChild & { result?: Payloads };
  childWorkflowExecutionFailed: OfChild & { failure: Failure };
  childWorkflowExecutionCanceled: OfChild;
  signalExternalWorkflowExecutionInitiated: {
    workflowExecution: Execution;
    signalName: string;
    input: Payloads;
    childWorkflowOnly: boolean;
  };
  externalWorkflowExecutionSignaled: { initiatedEventId: number; workflowExecution: Execution };
  signalExternalWorkflowExecutionFailed: { initiatedEventId: number; workflowExecution: Execution; cause: string };
  requestCancelExternalWorkflowExecutionInitiated: { workflowExecution: Execution; childWorkflowOnly: boolean };
  externalWorkflowExecutionCancelRequested: { initiatedEventId: number; workflowExecution: Execution };
  requestCancelExternalWorkflowExecutionFailed: {
    initiatedEventId: number;
    workflowExecution: Execution;
    cause: string;
  };
};

export type EventType = keyof Attributes;
type Described<Type extends EventType> = { type: Type; attributes: Attributes[Type] };
/** Something that a history is going to tell. */
export type Happening = { [Type in EventType]: Described<Type> }[EventType];
export type HistoryEvent = Happening & { id: number; atMs: number };

const ofCommands: ReadonlySet<EventType> = new Set<EventType>([
  'activityTaskScheduled',
  'activityTaskCancelRequested',
  'markerRecorded',
  'requestCancelExternalWorkflowExecutionInitiated',
  'signalExternalWorkflowExecutionInitiated',
  'startChildWorkflowExecutionInitiated',
  'timerStarted',
  'timerCanceled',
  'upsertWorkflowSearchAttributes',
  'workflowExecutionUpdateAccepted',
  'workflowExecutionUpdateCompleted',
  'workflowExecutionCompleted',
  'workflowExecutionFailed',
  'workflowExecutionCanceled',
  'workflowExecutionContinuedAsNew',
]);

/** Whether it is there because the workflow said so. */
export const isOfCommand = ({ type }: Happening): boolean => ofCommands.has(type);

/** Whether it is the last event of a history. */
export const isLast = ({ type }: Happening): boolean =>
  /^workflowExecution(Completed|Failed|Canceled|ContinuedAsNew)$/.test(type);

/** The event of a command, or of a start, that an event is about. */
export function initialEventOf({ attributes }: Happening): number | undefined {
  const { scheduledEventId, initiatedEventId, startedEventId } = attributes as Partial<OfAttempt & OfChild>;
  return scheduledEventId ?? initiatedEventId ?? startedEventId;
}

/** The flags of the SDK that the code is known to have used by these events. */
export const flagsIn = (events: readonly HistoryEvent[]): number[] =>
  events.flatMap(({ type, attributes }) =>
    type === 'workflowTaskCompleted' ? (attributes.sdkMetadata?.langUsedFlags ?? []) : [],
  );
