import { type Happening, type HistoryEvent, initialEventOf } from '../history/history.ts';

/** The history of a workflow as it is written down: numbered, and each end with the start that it belongs to. */
export class WrittenHistory {
  readonly events: HistoryEvent[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What came while a task was open: the ends of activities and children are written after the rest. */
  addAll(happenings: readonly Happening[]): void {
    for (const happening of happenings.filter((it) => !isEnd(it))) this.add(happening);
    for (const happening of happenings.filter(isEnd)) this.add(happening);
  }

  add(happening: Happening): HistoryEvent {
    const event = { id: this.events.length + 1, atMs: this.#now(), ...happening } as HistoryEvent;
    if (isEnd(event)) Object.assign(event.attributes, { startedEventId: this.#startOf(event) });
    if (event.type === 'workflowExecutionUpdateCompleted')
      event.attributes.acceptedEventId = this.#acceptanceOf(event.attributes.meta.updateId);
    this.events.push(event);
    return event;
  }

  /** The event of the start of what has ended; it may have been written a moment ago. */
  #startOf(end: HistoryEvent): number {
    const initial = initialEventOf(end);
    return this.events.findLast((event) => isStart(event) && initialEventOf(event) === initial)?.id ?? 0;
  }

  #acceptanceOf(updateId: string): number {
    const isIt = ({ type, attributes }: HistoryEvent) =>
      type === 'workflowExecutionUpdateAccepted' && attributes.acceptedRequest.meta.updateId === updateId;
    return this.events.find(isIt)?.id ?? 0;
  }
}

const isStart = ({ type }: Happening): boolean => /^(activityTask|childWorkflowExecution)Started$/.test(type);

const isEnd = ({ type }: Happening): boolean =>
  /^(activityTask|childWorkflowExecution)(Completed|Failed|TimedOut|Canceled)$/.test(type);
