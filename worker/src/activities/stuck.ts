import { activityInfo, log } from '@temporalio/activity';
import { isStepInVain, isUndoInVain, runIdShape, type Work, workNamed } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { faultLine } from '@waybill/platform';
import type { OrderRef } from './attempted.ts';

type Run = (request: never) => Promise<unknown>;
type Book = Pick<OrderBookClient, 'setAttention'> & { runs: Pick<OrderBookClient['runs'], 'setAttention'> };

/** The report is optional: an attempt waits for it so long at most, in milliseconds. */
const reportTimeoutMs = 1_000;

/**
 * Wraps activities so that a step or a compensation that keeps failing reports its order to the book as stuck: an attempt
 * knows its own number, so nobody has to poll. Each such attempt reports again, because a newer state of the order clears it.
 */
export const reportingStuck = <Activities extends Record<string, Run>>(
  activities: Activities,
  book: Book,
  now: () => number = Date.now,
): Activities => {
  const reporting = Object.entries(activities).map(([name, run]) => {
    const work = workNamed(name);
    return [name, work ? withReport(run, work, book, now) : run];
  });
  return Object.fromEntries(reporting) as Activities;
};

/** The report ends before the attempt does: the state to which the attempt leads is written after it. */
const withReport =
  (run: Run, work: Work, book: Book, now: () => number) =>
  async (request: OrderRef): Promise<unknown> => {
    if (!keepsFailing(work, now)) return run(request as never);
    const reported = report(book, request);
    try {
      return await run(request as never);
    } finally {
      await reported;
    }
  };

function keepsFailing({ isUndo }: Work, now: () => number): boolean {
  const { attempt, scheduledTimestampMs } = activityInfo();
  return isUndo ? isUndoInVain(attempt > 1, now() - scheduledTimestampMs) : isStepInVain(attempt);
}

async function report(book: Book, { orderId, correlationId }: OrderRef): Promise<void> {
  try {
    const { setAttention } = runIdShape.test(orderId) ? book.runs : book;
    await setAttention(orderId, 'STUCK', { correlationId, deadlineMs: reportTimeoutMs });
  } catch (error) {
    log.warn('could not report a stuck order to the book', { orderId, error: faultLine(error) });
  }
}
