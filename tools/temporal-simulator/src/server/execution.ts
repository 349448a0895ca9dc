import type { WorkflowTask } from '../core/next-task.ts';
import { type Happening, type HistoryEvent, isLast, type UpdateRequest } from '../history/history.ts';
import { WrittenHistory } from './history-log.ts';
import { type OfTask, taskCompleted, taskFailed, taskStarted, taskTimedOut } from './task-events.ts';
import { isFired } from './timers.ts';
import { type Hear, Updates } from './updates.ts';

type Report = { happenings: readonly Happening[]; langUsedFlags: readonly number[]; forcesNewTask: boolean };
type Task = { scheduledEventId: number; startedEventId?: number };
type Ids = { workflowId: string; runId: string };
type Options = Ids & { now: () => number; onTask: () => void; onCommand: (event: HistoryEvent) => void };

/**
 * A workflow as the engine keeps it: its history, and at most one workflow task. What happens while a worker has that
 * task is held back until it is done, and then comes with the next one.
 */
export class Execution {
  readonly workflowId: string;
  readonly runId: string;
  readonly #options: Options;
  readonly #written: WrittenHistory;
  readonly #updates = new Updates();
  #heldBack: Happening[] = [];
  #task: Task | undefined;
  #attempt = 1;
  #previousStartedEventId = 0;
  #queries: string[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.#written = new WrittenHistory(options.now);
    this.workflowId = options.workflowId;
    this.runId = options.runId;
  }

  get history(): readonly HistoryEvent[] {
    return this.#written.events;
  }

  get isClosed(): boolean {
    const last = this.history.at(-1);
    return last !== undefined && isLast(last);
  }

  /** The task that a worker has. */
  get openTask(): Task | undefined {
    return this.#task?.startedEventId === undefined ? undefined : this.#task;
  }

  get hasTask(): boolean {
    return this.#task !== undefined;
  }

  /** Things that happen to it in one moment. */
  happens(...happenings: Happening[]): void {
    if (this.isClosed) return;
    this.#heldBack.push(...happenings);
    if (!this.openTask) this.#release();
    if (!this.#task) this.#scheduleTask();
  }

  /** Is answered with the next task. */
  isAsked(query: string): void {
    this.#queries.push(query);
  }

  /** Is to answer by itself. */
  isUpdated(request: UpdateRequest, hear: Hear): void {
    this.#updates.isAsked(request, hear);
    if (this.isClosed) this.#updates.close();
    else if (this.#updates.areNew && !this.#task) this.#scheduleTask();
  }

  /** A worker takes the task. It is given the whole history, or what is new to one that knows the rest. */
  startTask(isKnown: boolean): { task: WorkflowTask; queries: string[] } {
    const { id } = this.#written.add(taskStarted(this.#task?.scheduledEventId ?? 0));
    if (this.#task) this.#task.startedEventId = id;
    const task = { ...this.knownTo(isKnown), messages: this.#updates.toSend(id - 1) };
    return { task, queries: this.#queries.splice(0) };
  }

  knownTo(isKnown: boolean): WorkflowTask {
    const previousStartedEventId = this.#previousStartedEventId;
    const events = isKnown ? this.history.filter((event) => event.id > previousStartedEventId) : [...this.history];
    return { events, previousStartedEventId };
  }

  /** The result of a task. New events keep a workflow from ending: it must see them first. */
  completeTask({ happenings, langUsedFlags, forcesNewTask }: Report): 'closed' | 'unhandled' | 'done' | 'goes on' {
    const ofTask = this.#ofTask;
    if ((this.#heldBack.length > 0 || this.#updates.areNew) && happenings.some(isLast)) {
      this.#giveUpTask(taskFailed(ofTask));
      return 'unhandled';
    }
    this.#written.add(taskCompleted(ofTask, langUsedFlags));
    for (const happening of happenings) this.#follow(this.#written.add(happening));
    this.#previousStartedEventId = ofTask.startedEventId;
    this.#task = undefined;
    this.#attempt = 1;
    if (this.isClosed) return 'closed';
    const goesOn = this.#release() || forcesNewTask || this.#updates.areNew;
    if (goesOn) this.#task = { scheduledEventId: this.#writeScheduled() };
    return goesOn ? 'goes on' : 'done';
  }

  /** The worker did not complete the task in time. */
  timeOutTask(task: Task): void {
    if (this.#task === task) this.#giveUpTask(taskTimedOut(this.#ofTask));
  }

  /** A timer that fired while a task was open, and is then cancelled by it, never was. */
  forgets(timerId: string): void {
    this.#heldBack = this.#heldBack.filter((happening) => !isFired(happening, timerId));
  }

  get #ofTask(): OfTask {
    return { scheduledEventId: this.#task?.scheduledEventId ?? 0, startedEventId: this.#task?.startedEventId ?? 0 };
  }

  #follow(event: HistoryEvent): void {
    this.#updates.isWritten(event);
    if (isLast(event)) this.#updates.close();
    this.#options.onCommand(event);
  }

  #giveUpTask(happening: Happening): void {
    this.#written.add(happening);
    this.#updates.sendAgain();
    this.#task = undefined;
    this.#attempt += 1;
    this.#release();
    this.#scheduleTask();
  }

  #scheduleTask(): void {
    this.#task = { scheduledEventId: this.#writeScheduled() };
    this.#options.onTask();
  }

  #writeScheduled(): number {
    return this.#written.add({ type: 'workflowTaskScheduled', attributes: { attempt: this.#attempt } }).id;
  }

  #release(): boolean {
    const released = this.#heldBack.splice(0);
    this.#written.addAll(released);
    return released.length > 0;
  }
}
