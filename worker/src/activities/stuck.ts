import { activityInfo, log } from '@temporalio/activity';
import { isStepInVain, isUndoInVain, type Work, workNamed } from '@waybill/contracts/words';
import type { OrderBookClient } from '@waybill/order-book-client';
import { faultLine } from '@waybill/platform';
import type { Which } from './attempted.ts';

type Run = (request: never) => Promise<unknown>;
type Book = Pick<OrderBookClient, 'setAttention'>;

/** The word is only ever extra: it may take so long, and nothing waits longer for it. */
const tellMs = 1_000;

/**
 * The same activities, of which those that are a step or an undo tell the book when they are tried in vain: an attempt
 * knows its own number, so nobody has to ask. Each such attempt says so again, since a newer state of the order takes it
 * back.
 */
export const tellingWhenStuck = <Activities extends Record<string, Run>>(
  activities: Activities,
  book: Book,
  now: () => number = Date.now,
): Activities => {
  const telling = Object.entries(activities).map(([name, run]) => {
    const work = workNamed(name);
    return [name, work ? toldWhenStuck(run, work, book, now) : run];
  });
  return Object.fromEntries(telling) as Activities;
};

/** The word is over before the attempt is: what the order becomes by the attempt is written after it. */
const toldWhenStuck =
  (run: Run, work: Work, book: Book, now: () => number) =>
  async (request: Which): Promise<unknown> => {
    if (!isInVain(work, now)) return run(request as never);
    const told = tell(book, request);
    try {
      return await run(request as never);
    } finally {
      await told;
    }
  };

function isInVain({ isUndo }: Work, now: () => number): boolean {
  const { attempt, scheduledTimestampMs } = activityInfo();
  return isUndo ? isUndoInVain(attempt > 1, now() - scheduledTimestampMs) : isStepInVain(attempt);
}

async function tell(book: Book, { orderId, correlationId }: Which): Promise<void> {
  try {
    await book.setAttention(orderId, 'STUCK', { correlationId, deadlineMs: tellMs });
  } catch (error) {
    log.warn('the book could not be told that an order is stuck', { orderId, error: faultLine(error) });
  }
}
