import { isDeepStrictEqual } from 'node:util';
import { fulfillment, type OrderAnswer, type RunningWork } from '@waybill/contracts/domain';
import { settlesWithin } from './backoff.ts';
import type { CallLimits, Engine, HistoryEvent } from './engine.ts';
import { asOwnLongPollError } from './engine-faults.ts';
import { EngineUnavailable, NotRunning } from './errors.ts';
import { asPlaced, hasCompletedTask } from './order-query.ts';
import { taskFailedIn } from './workflow-task.ts';

/** The state of an order, with the journal entries that were not sent before. */
export type FollowedOrder = OrderAnswer & {
  running: RunningWork | null;
  /** Its workflow fails for a bug, and keeps its latest state until that is fixed. */
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
 * Polls the history of an order until its workflow ends or a call fails. It queries the workflow only after a completed workflow
 * task: neither an idle order nor a closed one is queried.
 */
export async function* pollHistory(
  { engine, read, workOf }: HistoryPollOptions,
  orderId: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<FollowedOrder, void, void> {
  let token: Uint8Array = new Uint8Array();
  let seq = afterSeq;
  let latest: FollowedOrder | undefined;
  for (;;) {
    const poll = engine
      .history(fulfillment.idFor(orderId), { token, wait: true }, { withinMs: longPollMs, signal })
      .catch(asOwnLongPollError);
    poll.catch(() => undefined); // awaited below
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
      seq = Math.max(seq, lastSeq(answer));
      more = seq < answer.order.revision;
      latest = { ...answer, running: stillRunning(latest, answer), taskFailing };
      yield latest;
    }
  }

  async function answerAfter(events: readonly HistoryEvent[]): Promise<OrderAnswer | undefined> {
    if (hasCompletedTask(events)) return read(orderId, seq, { withinMs: queryMs, signal }).catch(unlessEnded);
    return latest === undefined && events.length > 0 ? asPlaced(engine, events) : undefined;
  }
}

/** The last journal entry of an answer: a long journal comes in several. */
export const lastSeq = ({ order, journal }: OrderAnswer): number => journal.at(-1)?.seq ?? order.revision;

/** Whether the engine has more of the order's running step than its workflow. */
export const isBeingWorkedOn = ({ order }: Pick<OrderAnswer, 'order'>): boolean =>
  order.compensations.some(({ status }) => status === 'RUNNING') ||
  order.steps.some(({ name, status }) => status === 'RUNNING' && name !== 'AWAIT_APPROVAL' && name !== 'RECEIVE');

/** Progress of the running step remains until the next read, unless another step is running now. */
function stillRunning(before: FollowedOrder | undefined, { order }: OrderAnswer): RunningWork | null {
  const running = before?.running;
  return running && order.steps.some(({ name, status }) => name === running.step && status === 'RUNNING')
    ? running
    : null;
}

/** The next poll reports its end. */
function unlessEnded(error: unknown): undefined {
  if (!(error instanceof NotRunning)) throw error;
}

/** A read of the progress may fail: the state itself comes with the history. */
function unlessUnseen(error: unknown): null {
  if (error instanceof NotRunning || error instanceof EngineUnavailable) return null;
  throw error;
}
