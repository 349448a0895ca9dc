import { EngineUnavailable, type FollowedOrder, NotAnswering, type Orders } from '@waybill/orders-client';
import type { Bell } from './bell.ts';
import type { Changes } from './changes.ts';

type Asked = { orders: Pick<Orders, 'read' | 'running'>; changes: Pick<Changes, 'about'> };

/** While the book's feed is silent, an order is asked this often when it changes, and less and less when it does not. */
const shortestMs = 250;
const longestMs = 5_000;
/** A feed that speaks tells of every change; it is not relied on for ever. */
const withFeedMs = 15_000;

/**
 * Follows an order without a long poll of its own: asks its workflow whenever the book's change feed names it, and where
 * the feed is silent too, at an interval that grows while nothing happens. Ends with the order; a failure is told and
 * waited out; rejects with `NotRunning` when the workflow has ended.
 */
export async function* asked(
  { orders, changes }: Asked,
  orderId: string,
  afterSeq: number,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
): AsyncGenerator<FollowedOrder, void, void> {
  const feed = changes.about(orderId);
  let told = afterSeq;
  let revision = -1;
  let waitMs = shortestMs;
  try {
    while (!signal.aborted) {
      const { rung } = feed.bell; // before the question, so that a change right after it is heard
      try {
        const answer = await orders.read(orderId, told);
        const isNew = answer.order.revision !== revision || answer.journal.length > 0;
        revision = answer.order.revision;
        told = answer.journal.at(-1)?.seq ?? told;
        if (isNew) yield { ...answer, running: await orders.running(answer.order), taskFailing: false };
        waitMs = isNew ? shortestMs : Math.min(longestMs, waitMs * 2);
        if (answer.journal.length > 0 && told < revision) continue;
        if (answer.order.closedAt) return;
      } catch (error) {
        if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
        onFault(error);
      }
      await ringing(feed.bell, rung, signal, feed.speaks() ? withFeedMs : waitMs);
    }
  } finally {
    feed.leave();
  }
}

/** Waits for a ring, but not longer than so many milliseconds, and then waits for none any more. */
async function ringing(bell: Bell, heard: number, signal: AbortSignal, orAfterMs: number): Promise<void> {
  if (signal.aborted) return;
  const over = new AbortController();
  const enough = () => over.abort();
  const time = setTimeout(enough, orAfterMs);
  signal.addEventListener('abort', enough);
  await bell.next(over.signal, heard);
  clearTimeout(time);
  signal.removeEventListener('abort', enough);
}
