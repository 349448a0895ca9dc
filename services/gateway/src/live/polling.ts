import { isDeepStrictEqual } from 'node:util';
import type { OrderState } from '@waybill/contracts/words';
import {
  EngineUnavailable,
  type FollowedOrder,
  isBeingWorkedOn,
  NotAnswering,
  NotRunning,
  type Orders,
  type RunningWork,
} from '@waybill/orders-client';
import type { Changes } from './change-feed.ts';
import type { Bell } from './notifier.ts';

type AskedOrders = Pick<Orders, 'read' | 'running' | 'taskFailing'>;
type Asked = { orders: AskedOrders; changes: Pick<Changes, 'about'> };

/** While the book's feed is silent, an order is asked this often when it changes, and less and less when it does not. */
const shortestMs = 250;
const longestMs = 5_000;
/** A feed that speaks tells of every change; it is not relied on for ever. */
const withFeedMs = 15_000;
/** The workflow does not hear of tries and percents, so the engine is asked for them. */
const lookMs = 1_000;

/**
 * Follows an order without a long poll of its own: asks its workflow whenever the book's change feed names it, and where
 * the feed is silent too, at an interval that grows while nothing happens. While a step is tried, the engine is asked in
 * between how that gets on. Ends with the order; a failure is told and waited out; rejects with `NotRunning` when the
 * workflow has ended.
 */
export async function* asked(
  { orders, changes }: Asked,
  orderId: string,
  afterSeq: number,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
): AsyncGenerator<FollowedOrder, void, void> {
  const feed = changes.about(orderId);
  const ask = asking(orders, orderId, onFault);
  let told = afterSeq;
  let latest: FollowedOrder | undefined;
  let waitMs = shortestMs;
  try {
    for (let isInDoubt = true; !signal.aborted; ) {
      const { rung } = feed.bell; // before the question, so that a change right after it is heard
      const answer = await ask(told, latest);
      const isNew = answer !== undefined && (isInDoubt || isNews(latest, answer));
      isInDoubt = answer === undefined;
      latest = answer ?? latest;
      told = answer?.journal.at(-1)?.seq ?? told;
      if (isNew) yield answer;
      waitMs = isNew ? shortestMs : Math.min(longestMs, waitMs * 2);
      if (answer && answer.journal.length > 0 && told < answer.order.revision) continue;
      if (answer?.order.closedAt) return;

      const pause = { bell: feed.bell, heard: rung, signal, until: Date.now() + (feed.speaks() ? withFeedMs : waitMs) };
      if (!latest || isInDoubt) await ringing(pause);
      else for await (latest of looks(orders, latest, pause)) yield latest;
    }
  } finally {
    feed.leave();
  }
}

/** Undefined when nobody answers. A workflow that cannot go on for a bug answers nothing either: what it last said is said again. */
const asking =
  (orders: AskedOrders, orderId: string, onFault: (error: unknown) => void) =>
  async (afterSeq: number, latest: FollowedOrder | undefined): Promise<FollowedOrder | undefined> => {
    try {
      const answer = await orders.read(orderId, afterSeq);
      return { ...answer, running: await lookAt(orders, answer.order), taskFailing: false };
    } catch (error) {
      if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
      if (latest && (await orders.taskFailing(orderId).catch(() => false)))
        return { ...latest, journal: [], taskFailing: true };
      onFault(error);
      return undefined;
    }
  };

/** Null also where it cannot be seen: the shipment's workflow may be yet to start, or the engine away. */
const lookAt = (orders: AskedOrders, order: OrderState): Promise<RunningWork | null> =>
  orders.running(order).catch((error: unknown) => {
    if (error instanceof EngineUnavailable || error instanceof NotRunning) return null;
    throw error;
  });

const isNews = (before: FollowedOrder | undefined, { order, journal, running, taskFailing }: FollowedOrder): boolean =>
  journal.length > 0 ||
  order.revision !== before?.order.revision ||
  taskFailing !== before.taskFailing ||
  !isDeepStrictEqual(running, before.running);

type Pause = { bell: Bell; heard: number; signal: AbortSignal; until: number };

/** Until the order is to be asked again: how its running step gets on. */
async function* looks(
  orders: AskedOrders,
  known: FollowedOrder,
  pause: Pause,
): AsyncGenerator<FollowedOrder, void, void> {
  for (let latest = known; ; ) {
    await ringing(pause, isBeingWorkedOn(latest) ? lookMs : withFeedMs);
    if (pause.signal.aborted || pause.bell.rung > pause.heard || Date.now() >= pause.until) return;
    const running = await lookAt(orders, latest.order);
    if (isDeepStrictEqual(running, latest.running)) continue;
    latest = { ...latest, journal: [], running };
    yield latest;
  }
}

/** Waits for a ring, but not longer than that, and then waits for none any more. */
async function ringing({ bell, heard, signal, until }: Pause, mostMs = withFeedMs): Promise<void> {
  if (signal.aborted) return;
  const over = new AbortController();
  const enough = () => over.abort();
  const time = setTimeout(enough, Math.min(mostMs, until - Date.now()));
  signal.addEventListener('abort', enough);
  await bell.next(over.signal, heard);
  clearTimeout(time);
  signal.removeEventListener('abort', enough);
}
