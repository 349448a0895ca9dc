import { isDeepStrictEqual } from 'node:util';
import type { OrderState } from '@waybill/contracts/domain';
import {
  EngineUnavailable,
  type FollowedOrder,
  isBeingWorkedOn,
  NotAnswering,
  NotRunning,
  type Orders,
  type RunningWork,
} from '@waybill/orders-client';
import type { ChangeFeed } from './change-feed.ts';
import type { Notifier } from './notifier.ts';

type PolledOrders = Pick<Orders, 'read' | 'running' | 'taskFailing'>;
type PollingOptions = { orders: PolledOrders; changes: Pick<ChangeFeed, 'subscribe'> };

/** Without the change feed, an order that changes is polled at the shortest interval; it doubles while nothing changes. */
const shortestMs = 250;
const longestMs = 5_000;
/** The feed names every order that changes; it is not relied on for longer than this. */
const withFeedMs = 15_000;
/** Attempts and percents are known to the engine, not to the workflow. */
const runningWorkMs = 1_000;

/**
 * Follows an order without a long poll: queries its workflow whenever the order book's change feed names the order, and where
 * the feed is down too, at an interval that grows while nothing changes. While a step is attempted, it reads the attempts and
 * percents from the engine in between. Ends with the order; a failure is reported and retried; rejects with `NotRunning` when
 * the workflow has ended.
 */
export async function* pollOrder(
  { orders, changes }: PollingOptions,
  orderId: string,
  afterSeq: number,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
): AsyncGenerator<FollowedOrder, void, void> {
  const feed = changes.subscribe(orderId);
  const read = createRead(orders, orderId, onFault);
  let seq = afterSeq;
  let latest: FollowedOrder | undefined;
  let waitMs = shortestMs;
  try {
    for (let isInDoubt = true; !signal.aborted; ) {
      const { count: seen } = feed.notifier; // before the read, so that a change right after it is noticed
      const answer = await read(seq, latest);
      const isNew = answer !== undefined && (isInDoubt || hasChanged(latest, answer));
      isInDoubt = answer === undefined;
      latest = answer ?? latest;
      seq = answer?.journal.at(-1)?.seq ?? seq;
      if (isNew) yield answer;
      waitMs = isNew ? shortestMs : Math.min(longestMs, waitMs * 2);
      if (answer && answer.journal.length > 0 && seq < answer.order.revision) continue;
      if (answer?.order.closedAt) return;

      const until = Date.now() + (feed.isUp() ? withFeedMs : waitMs);
      const wait = { notifier: feed.notifier, seen, signal, until };
      if (!latest || isInDoubt) await waitForChange(wait);
      else for await (latest of pollRunningWork(orders, latest, wait)) yield latest;
    }
  } finally {
    feed.unsubscribe();
  }
}

/** Undefined when there is no answer. A workflow that fails for a bug gives none either: its latest answer is repeated. */
const createRead =
  (orders: PolledOrders, orderId: string, onFault: (error: unknown) => void) =>
  async (afterSeq: number, latest: FollowedOrder | undefined): Promise<FollowedOrder | undefined> => {
    try {
      const answer = await orders.read(orderId, afterSeq);
      return { ...answer, running: await readRunningWork(orders, answer.order), taskFailing: false };
    } catch (error) {
      if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
      if (latest && (await orders.taskFailing(orderId).catch(() => false)))
        return { ...latest, journal: [], taskFailing: true };
      onFault(error);
      return undefined;
    }
  };

/** Null also where it cannot be read: the shipment's workflow may not have started, or the engine be unavailable. */
const readRunningWork = (orders: PolledOrders, order: OrderState): Promise<RunningWork | null> =>
  orders.running(order).catch((error: unknown) => {
    if (error instanceof EngineUnavailable || error instanceof NotRunning) return null;
    throw error;
  });

const hasChanged = (
  before: FollowedOrder | undefined,
  { order, journal, running, taskFailing }: FollowedOrder,
): boolean =>
  journal.length > 0 ||
  order.revision !== before?.order.revision ||
  taskFailing !== before.taskFailing ||
  !isDeepStrictEqual(running, before.running);

type Wait = { notifier: Notifier; seen: number; signal: AbortSignal; until: number };

/** The progress of the running step, until the order is to be read again. */
async function* pollRunningWork(
  orders: PolledOrders,
  known: FollowedOrder,
  wait: Wait,
): AsyncGenerator<FollowedOrder, void, void> {
  for (let latest = known; ; ) {
    await waitForChange(wait, isBeingWorkedOn(latest) ? runningWorkMs : withFeedMs);
    if (wait.signal.aborted || wait.notifier.count > wait.seen || Date.now() >= wait.until) return;
    const running = await readRunningWork(orders, latest.order);
    if (isDeepStrictEqual(running, latest.running)) continue;
    latest = { ...latest, journal: [], running };
    yield latest;
  }
}

/** Waits for a notification, for a limited time. */
async function waitForChange({ notifier, seen, signal, until }: Wait, maxMs = withFeedMs): Promise<void> {
  if (signal.aborted) return;
  const timeout = new AbortController();
  const abort = () => timeout.abort();
  const timer = setTimeout(abort, Math.min(maxMs, until - Date.now()));
  signal.addEventListener('abort', abort);
  await notifier.next(timeout.signal, seen);
  clearTimeout(timer);
  signal.removeEventListener('abort', abort);
}
