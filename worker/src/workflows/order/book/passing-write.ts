import { patched, TemporalFailure } from '@temporalio/workflow';
import type { Entry } from '../../../activities/order-book.ts';
import { runningTrace } from '../../shared/activities/trace-headers.ts';
import { besideHistory, locally } from '../activities/proxies.ts';

/** How an order is written in passing: chosen when it is received, and for good. */
export const choosePassingWrite = (): ((entry: Entry) => void) =>
  patched('book-beside-history') ? writeBesideHistory : writeByLocalActivity;

/** A sink gets its arguments at the end of the activation: a copy keeps the state of now. */
function writeBesideHistory(entry: Entry): void {
  besideHistory.tell({ ...JSON.parse(JSON.stringify(entry)), trace: runningTrace() });
}

/**
 * How orders are written that were begun before there was a sink. A task that waits for a local activity can be lost to a
 * query that reaches its worker late (`late-queries.scenario.ts`), and its order then goes on as no replay would.
 */
function writeByLocalActivity(entry: Entry): void {
  locally.recordOrder(entry).catch(unlessInVain);
}

function unlessInVain(failure: unknown): void {
  if (!(failure instanceof TemporalFailure)) throw failure;
}
