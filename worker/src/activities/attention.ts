import { activityInfo, log } from '@temporalio/activity';
import {
  type Attention,
  isStepInVain,
  isUndoInVain,
  runIdShape,
  runStepOf,
  workNamed,
} from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { faultLine } from '@waybill/platform';
import type { OrderRef } from './attempt.ts';

type Run = (request: never) => Promise<unknown>;
type Work = { isUndo: boolean };

/** The owner of an activity: a run, if it names one, otherwise an order. */
type WorkRef = OrderRef & { runId?: string };
type Book = Pick<OrderBookClient, 'setAttention'> & { runs: Pick<OrderBookClient['runs'], 'setAttention'> };

/** The report is optional: the most time that an attempt waits for it, in milliseconds. */
const reportTimeoutMs = 1_000;

/**
 * Wraps activities so that each retry of a step or compensation reports its order or run to the book: as retried, or as
 * stuck when it keeps failing. An attempt knows its own number, so no polling is needed. Every retry reports again,
 * because a newer state clears the report.
 */
export const reportingAttention = <Activities extends Record<string, Run>>(
  activities: Activities,
  book: Book,
  now: () => number = Date.now,
): Activities => {
  const reporting = Object.entries(activities).map(([name, run]) => {
    const work = workNamed(name) ?? (runStepOf(name) && { isUndo: false });
    return [name, work ? withReport(run, work, book, now) : run];
  });
  return Object.fromEntries(reporting) as Activities;
};

/** The report ends before the attempt does: the state that follows the attempt is recorded later. */
const withReport =
  (run: Run, work: Work, book: Book, now: () => number) =>
  async (request: WorkRef): Promise<unknown> => {
    const { attempt } = activityInfo();
    if (attempt === 1) return run(request as never);
    const reported = report(book, request, keepsFailing(work, now) ? 'STUCK' : 'RETRYING');
    try {
      return await run(request as never);
    } finally {
      await reported;
    }
  };

function keepsFailing({ isUndo }: Work, now: () => number): boolean {
  const { attempt, scheduledTimestampMs } = activityInfo();
  return isUndo ? isUndoInVain(true, now() - scheduledTimestampMs) : isStepInVain(attempt);
}

async function report(book: Book, { orderId, runId, correlationId }: WorkRef, attention: Attention): Promise<void> {
  const id = runId ?? orderId;
  try {
    const { setAttention } = runIdShape.test(id) ? book.runs : book;
    await setAttention(id, attention, { correlationId, deadlineMs: reportTimeoutMs });
  } catch (error) {
    log.warn('could not report the attention of an order to the order book', {
      orderId: id,
      attention,
      error: faultLine(error),
    });
  }
}
