import { isDeepStrictEqual } from 'node:util';
import { fulfillment, type OrderAnswer, type RunningWork } from '@waybill/contracts/words';
import { settlesWithin } from './backoff.ts';
import type { CallLimits, Engine, HistoryEvent } from './engine.ts';
import { asOwnLongPollError } from './engine-faults.ts';
import { EngineUnavailable, NotRunning } from './errors.ts';
import { asPlaced, hasCompletedTask } from './order-query.ts';
import { taskFailedIn } from './workflow-task.ts';

/** An order as it stands, with the journal entries that were not told before. */
export type FollowedOrder = OrderAnswer & {
  running: RunningWork | null;
  /** Its workflow has a bug: it stands where it last stood until that is mended. */
  taskFailing: boolean;
};

export type HistoryPollOptions = {
  engine: Engine;
  read: (orderId: string, afterSeq: number, limits: CallLimits) => Promise<OrderAnswer>;
  workOf: (order: OrderAnswer['order'], limits: CallLimits) => Promise<RunningWork | null>;
};

/** An idle long poll comes back after 20 seconds. */
const longPollMs = 60_000;
const queryMs = 5_000;
const lookMs = 1_000;

/**
 * One run of watching, until the workflow ends or anything fails. It waits for new history, and asks the workflow only
 * when a task of it has completed: an order in which nothing happens is never asked, and one that is closed neither.
 */
export async function* pollHistory(
  { engine, read, workOf }: HistoryPollOptions,
  orderId: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<FollowedOrder, void, void> {
  let token: Uint8Array = new Uint8Array();
  let told = afterSeq;
  let latest: FollowedOrder | undefined;
  for (;;) {
    const poll = engine
      .history(fulfillment.idFor(orderId), { token, wait: true }, { withinMs: longPollMs, signal })
      .catch(asOwnLongPollError);
    poll.catch(() => undefined); // it is awaited below, after the looks
    while (latest && isBeingWorkedOn(latest) && !(await settlesWithin(lookMs, poll))) {
      const running = await workOf(latest.order, { withinMs: lookMs, signal }).catch(unlessUnseen);
      if (isDeepStrictEqual(running, latest.running)) continue;
      latest = { ...latest, journal: [], running };
      yield latest;
    }
    const { history, nextPageToken } = await poll;
    if (nextPageToken.length === 0) return;
    token = nextPageToken;
    const events = history?.events ?? [];
    const taskFailing = taskFailedIn(events) ?? latest?.taskFailing ?? false;
    for (let more = true; more; ) {
      const answer = taskFailing && latest ? { ...latest, journal: [] } : await answerAfter(events);
      if (!answer || (taskFailing && latest?.taskFailing)) break;
      told = Math.max(told, lastSeq(answer));
      more = told < answer.order.revision;
      latest = { ...answer, running: stillRunning(latest, answer), taskFailing };
      yield latest;
    }
  }

  async function answerAfter(events: readonly HistoryEvent[]): Promise<OrderAnswer | undefined> {
    if (hasCompletedTask(events)) return read(orderId, told, { withinMs: queryMs, signal }).catch(unlessEnded);
    return latest === undefined && events.length > 0 ? asPlaced(engine, events) : undefined;
  }
}

/** How far the journal is told with an answer: a long one comes in several. */
export const lastSeq = ({ order, journal }: OrderAnswer): number => journal.at(-1)?.seq ?? order.revision;

/** Whether the engine knows more of the order's running step than its workflow does. */
export const isBeingWorkedOn = ({ order }: Pick<OrderAnswer, 'order'>): boolean =>
  order.compensations.some(({ status }) => status === 'RUNNING') ||
  order.steps.some(({ name, status }) => status === 'RUNNING' && name !== 'AWAIT_APPROVAL' && name !== 'RECEIVE');

/** What was seen of the running step stays true until the next look, unless another step is running now. */
function stillRunning(before: FollowedOrder | undefined, { order }: OrderAnswer): RunningWork | null {
  const running = before?.running;
  return running && order.steps.some(({ name, status }) => name === running.step && status === 'RUNNING')
    ? running
    : null;
}

/** The next poll says that it has ended. */
function unlessEnded(error: unknown): undefined {
  if (!(error instanceof NotRunning)) throw error;
}

/** A look that fails shows nothing: what counts comes with the history. */
function unlessUnseen(error: unknown): null {
  if (error instanceof NotRunning || error instanceof EngineUnavailable) return null;
  throw error;
}
