import { type Happening, type HistoryEvent, isLast, isOfCommand } from '../history/history.ts';
import type { Message } from '../machines/update-machines.ts';

/** A workflow task, as it comes from the engine: the history that the worker has not seen, or all of it, and updates. */
export type WorkflowTask = {
  events: readonly HistoryEvent[];
  previousStartedEventId: number;
  messages?: readonly Message[];
};

/**
 * The events up to the start of the next workflow task, by the SDK's own rule: a task that failed or ran out of time is
 * none, and one that was completed without a command only to be followed by another is one with it, unless an update came
 * in between.
 */
export function nextWorkflowTask(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const ends: { id: number; end: number }[] = [];
  let isMarked = false;
  let sawCommand = false;
  for (const [at, event] of events.entries()) {
    if (isOfCommand(event)) sawCommand = true;
    if (isOfCommand(event) || event.type === 'workflowExecutionStarted') isMarked = true;
    if (isLast(event)) return events.slice(0, at + 1);
    if (event.type !== 'workflowTaskStarted') continue;
    const [first, second] = [events[at + 1], events[at + 2]];
    if (first?.type === 'workflowTaskFailed' || first?.type === 'workflowTaskTimedOut') continue;
    ends.push({ id: event.id, end: at + 1 });
    if (first?.type === 'workflowTaskCompleted' && second) {
      if (!sawCommand && second.type === 'workflowTaskScheduled') continue;
      const isBefore = ({ id }: { id: number }) => id < sequencingEventOf(second);
      return events.slice(0, (ends.findLast(isBefore) ?? { end: at + 1 }).end);
    }
    if (isMarked) return events.slice(0, at + 1);
  }
  return events.length > 1 ? events : [];
}

/** The event after which an update is delivered; undefined for other events. */
const sequencingEventOf = ({ type, attributes }: Happening): number =>
  type === 'workflowExecutionUpdateAccepted' ? attributes.acceptedRequestSequencingEventId : 0;
