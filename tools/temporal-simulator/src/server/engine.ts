import { runActivity } from '../activities/activities.ts';
import type { Attempts } from '../activities/attempts.ts';
import {
  type Attributes,
  type Happening,
  type HistoryEvent,
  isLast,
  type Payloads,
  type UpdateRequest,
} from '../history/history.ts';
import { settled, type World } from '../world.ts';
import { Execution } from './execution.ts';
import { effectFor } from './external-effects.ts';
import { Family } from './family.ts';
import { runIdOf, type Started, startOf } from './first-event.ts';
import { Timers } from './timers.ts';
import type { Hear } from './updates.ts';

type Child = Attributes['startChildWorkflowExecutionInitiated'];

/** Keeps workflows as the engine does: executes their commands, and records the results. */
export class Engine {
  /** The newest execution of each workflow id. */
  readonly executions = new Map<string, Execution>();
  /** All executions, those that have continued as new among them. */
  readonly history: Execution[] = [];
  readonly #world: World;
  readonly #onTask: (execution: Execution) => void;
  readonly #activities = new Map<string, Attempts>();
  readonly #timers: Timers;
  readonly #family = new Family();

  constructor(world: World, onTask: (execution: Execution) => void) {
    this.#world = world;
    this.#timers = new Timers(world.eventQueue);
    this.#onTask = onTask;
  }

  start(started: Started): void {
    const { workflowId } = started;
    const runId = runIdOf(workflowId, this.history);
    const execution: Execution = new Execution({
      workflowId,
      runId,
      now: () => this.#world.eventQueue.now() + (this.#world.clockAheadMs ?? 0),
      onTask: () => this.#onTask(execution),
      onCommand: (event) => this.#follow(execution, event),
    });
    this.executions.set(workflowId, execution);
    this.history.push(execution);
    execution.happens(startOf(started, runId));
  }

  /** False if there is no such workflow, or it has ended. */
  signal(workflowId: string, signalName: string, input: Payloads): boolean {
    return this.#tell(workflowId, { type: 'workflowExecutionSignaled', attributes: { signalName, input } });
  }

  /** Asking twice is asking once. */
  cancel(workflowId: string): boolean {
    const isCancelling = this.executions.get(workflowId)?.history.some(({ type }) => type === cancelRequested);
    return isCancelling || this.#tell(workflowId, { type: cancelRequested, attributes: {} });
  }

  /** Asks a workflow for an answer of its own. */
  update(workflowId: string, request: UpdateRequest, hear: Hear): void {
    const { eventQueue, chance } = this.#world;
    const soon: Hear = (outcome) =>
      void eventQueue.in(chance.moment(), () => {
        hear(outcome);
        return settled();
      });
    eventQueue.in(chance.moment(), () => {
      const execution = this.executions.get(workflowId);
      if (execution) execution.isUpdated(request, soon);
      else soon();
    });
  }

  workersLeave(): void {
    for (const activity of this.#activities.values()) activity.workerLeaves();
  }

  close(): void {
    for (const activity of this.#activities.values()) activity.abandon();
  }

  #tell(workflowId: string, happening: Happening): boolean {
    const execution = this.executions.get(workflowId);
    if (!execution || execution.isClosed) return false;
    execution.happens(happening);
    return true;
  }

  /** Does what a command asks for. */
  #follow(execution: Execution, event: HistoryEvent): void {
    const key = (id: number | string) => `${execution.workflowId} ${id}`;
    if (event.type === 'workflowExecutionContinuedAsNew') this.#continue(execution, event.attributes);
    else if (isLast(event)) this.#closed(execution, event);
    else if (event.type === 'activityTaskScheduled') {
      const ends = (...happenings: Happening[]) => execution.happens(...happenings);
      const scheduler = { workflowExecution: execution, scheduledEventId: event.id };
      this.#activities.set(key(event.id), runActivity(this.#world, scheduler, event.attributes, ends));
    } else if (event.type === 'activityTaskCancelRequested')
      void this.#activities.get(key(event.attributes.scheduledEventId))?.cancel();
    else if (event.type === 'timerStarted')
      this.#timers.start(key(event.attributes.timerId), event, (fired) => execution.happens(fired));
    else if (event.type === 'timerCanceled') {
      this.#timers.cancel(key(event.attributes.timerId));
      execution.forgets(event.attributes.timerId);
    } else this.#reach(execution, event);
  }

  /** What was scheduled with the end of an execution is never started. */
  #continue({ workflowId }: Execution, attributes: Attributes['workflowExecutionContinuedAsNew']): void {
    for (const [key, activity] of this.#activities) if (key.startsWith(`${workflowId} `)) activity.abandon();
    this.start({ ...attributes, workflowId });
  }

  /** Does what a command asks of another workflow, a moment later: a cancellation may overtake the start that it is about. */
  #reach(execution: Execution, event: HistoryEvent): void {
    const { eventQueue, chance } = this.#world;
    const deed = effectFor(event, {
      startChild: (child) => this.#startChild(execution, event.id, child),
      signal: (workflowId, name, input) => this.signal(workflowId, name, input),
      cancel: (workflowId) => this.cancel(workflowId),
    });
    if (deed) eventQueue.in(chance.late(), () => execution.happens(deed()));
  }

  #startChild({ workflowId }: Execution, initiatedEventId: number, child: Child): Happening {
    this.#family.add(child.workflowId, { workflowId, initiatedEventId });
    this.start(child);
    const workflowExecution = { workflowId: child.workflowId, runId: `run-${child.workflowId}` };
    const attributes = { initiatedEventId, workflowExecution, workflowType: child.workflowType };
    return { type: 'childWorkflowExecutionStarted', attributes };
  }

  /** Notifies its parent, and cancels its children. */
  #closed(execution: Execution, event: HistoryEvent): void {
    const { eventQueue, chance } = this.#world;
    for (const child of this.#family.childrenOf(execution.workflowId))
      eventQueue.in(chance.moment(), () => void this.cancel(child));
    const end = this.#family.endForParent(execution, event);
    if (end) eventQueue.in(chance.moment(), () => void this.#tell(end.parentId, end.happening));
  }
}

const cancelRequested = 'workflowExecutionCancelRequested';
