import type { HistoryEvent } from '../engine/engine.ts';

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
