import type { HistoryEvent } from '../engine/engine.ts';
import { isOfLocalActivity, newestTaskIn, pendingTaskIn } from './workflow-tasks.ts';

type Sent<Answer> = { task: number; isSettled: boolean; answer: Promise<Answer | undefined> };

/**
 * A query that is sent while a workflow task is pending. The engine holds it until that task has completed: the answer does not
 * wait for the task's events first, and a worker that is busy gives it together with the task.
 */
export function createEarlyQuery<Answer>(ask: () => Promise<Answer>) {
  /** The query that was sent, and the task that it waits for; a query that fails is sent again after the task. */
  let sent: Sent<Answer> | undefined;
  /** The newest task whose changes are in an answer. */
  let answeredTask = 0;

  async function take(): Promise<Answer | undefined> {
    const taken = sent;
    const answer = await taken?.answer;
    if (taken && answer) answeredTask = Math.max(answeredTask, taken.task);
    sent = undefined;
    return answer;
  }

  return {
    /** Sends it if these events leave a task pending. */
    sendAfter(events: readonly HistoryEvent[]): void {
      const task = pendingTaskIn(events);
      if (sent || task === undefined || task <= answeredTask) return;
      const answer = ask().catch(() => undefined);
      const settled = () => {
        sending.isSettled = true;
      };
      const sending: Sent<Answer> = {
        task,
        isSettled: false,
        answer: answer.finally(settled),
      };
      sent = sending;
    },

    /** Its answer, unless the poll settles first. */
    async answerBefore(poll: Promise<unknown>): Promise<Answer | undefined> {
      if (!sent) return undefined;
      await Promise.race([sent.answer, poll.catch(() => undefined)]);
      return sent.isSettled ? take() : undefined;
    },

    /** Its answer, if these events complete the task that it waits for. */
    answerTo: async (events: readonly HistoryEvent[]): Promise<Answer | undefined> =>
      sent && newestTaskIn(events) >= sent.task ? take() : undefined,

    /** Whether the changes of all tasks that these events complete are in an answer. */
    covers: (events: readonly HistoryEvent[]): boolean =>
      newestTaskIn(events) <= answeredTask && !events.some(isOfLocalActivity),

    /** Another query was sent after these events, and answered. */
    noteAnswered(events: readonly HistoryEvent[]): void {
      answeredTask = Math.max(answeredTask, newestTaskIn(events), pendingTaskIn(events) ?? 0);
    },
  };
}
