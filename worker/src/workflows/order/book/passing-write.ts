import { patched, TemporalFailure } from '@temporalio/workflow';
import type { Entry } from '../../../activities/order-book.ts';
import { runningTrace } from '../../shared/activities/trace-headers.ts';
import { besideHistory, locally } from '../activities/proxies.ts';

/** The way in which an order is recorded in passing, which is chosen when it is received. */
export const choosePassingWrite = (): ((entry: Entry) => void) =>
  patched('book-beside-history') ? writeBesideHistory : writeByLocalActivity;

/** A sink gets its arguments at the end of the activation: the copy preserves the current state. */
function writeBesideHistory(entry: Entry): void {
  besideHistory.tell({ ...JSON.parse(JSON.stringify(entry)), trace: runningTrace() });
}

/**
 * For orders that started before there was a sink. A task that waits for a local activity can be lost because of a
 * query that reaches its worker late (`late-queries.scenario.ts`), and its order then continues unlike any replay.
 */
function writeByLocalActivity(entry: Entry): void {
  locally.recordOrder(entry).catch(unlessInVain);
}

function unlessInVain(failure: unknown): void {
  if (!(failure instanceof TemporalFailure)) throw failure;
}
