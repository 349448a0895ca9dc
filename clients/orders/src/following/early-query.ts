import type { HistoryEvent } from '../engine/engine.ts';
import { isOfLocalActivity, newestTaskIn, pendingTaskIn } from '../engine/workflow-task.ts';

/** A query, and the workflow task that it waits for; no answer if it has failed. */
type Sent<Answer> = { task: number; answer: Promise<Answer | undefined> };

/**
 * A query that is sent while a workflow task is pending. The engine holds it until that task has completed: the answer does not
 * wait for the task's events first, and a worker that is busy gives it together with the task. It is for one execution of a
 * workflow: the tasks of each are numbered from the start.
 */
export class EarlyQuery<Answer> {
  readonly #ask: () => Promise<Answer>;
  #sent: Sent<Answer> | undefined;
  /** The newest task whose changes are in an answer. */
  #answeredTask = 0;

  constructor(ask: () => Promise<Answer>) {
    this.#ask = ask;
  }

  /** Sends it if these events leave a task pending. */
  sendAfter(events: readonly HistoryEvent[]): void {
    const task = pendingTaskIn(events);
    if (this.#sent || task === undefined || task <= this.#answeredTask) return;
    this.#sent = { task, answer: this.#ask().catch(() => undefined) };
  }

  /** Its answer, unless the poll settles first. */
  async answerBefore(poll: Promise<unknown>): Promise<Answer | undefined> {
    const sent = this.#sent;
    if (!sent) return undefined;
    const later = () => false;
    const isFirst = await Promise.race([sent.answer.then(() => true), poll.then(later, later)]);
    return isFirst ? this.#take(sent) : undefined;
  }

  /** Its answer, if these events complete the task that it waits for. */
  async answerTo(events: readonly HistoryEvent[]): Promise<Answer | undefined> {
    return this.#sent && newestTaskIn(events) >= this.#sent.task ? this.#take(this.#sent) : undefined;
  }

  /** Whether the changes of all tasks that these events complete are in an answer. */
  covers(events: readonly HistoryEvent[]): boolean {
    return newestTaskIn(events) <= this.#answeredTask && !events.some(isOfLocalActivity);
  }

  /** Another query was sent after these events, and answered. */
  noteAnswered(events: readonly HistoryEvent[]): void {
    this.#answeredTask = Math.max(this.#answeredTask, newestTaskIn(events), pendingTaskIn(events) ?? 0);
  }

  async #take({ task, answer }: Sent<Answer>): Promise<Answer | undefined> {
    const answered = await answer;
    if (answered) this.#answeredTask = Math.max(this.#answeredTask, task);
    this.#sent = undefined;
    return answered;
  }
}
