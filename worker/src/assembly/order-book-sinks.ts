import type { InjectedSinks, Logger } from '@temporalio/worker';
import type { InTrace } from '@waybill/contracts/domain';
import { type CallOptions, Refused } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import { inContextOf, isTracing, traced } from '@waybill/tracing';
import type { OrderRef } from '../activities/attempt.ts';
import type { Entry, OrderBookSinks } from '../activities/order-book.ts';
import type { RunBookEntry } from '../activities/runs/book.ts';

/** How long one write may take, in milliseconds. */
const deadlineMs = 1_000;

/** The most concurrent writes of a worker. What it omits is covered by the next write or by the audit. */
const atOnce = 200;

/**
 * Writes to the order book beside the workflow, which does not wait for it: nothing in a history depends on it. Not
 * called during a replay.
 */
export function orderBookSinks(
  book: Pick<OrderBookClient, 'record' | 'runs'>,
  logger: Pick<Logger, 'info'>,
): InjectedSinks<OrderBookSinks> {
  let underWay = 0;

  const write = async ({ orderId, correlationId }: OrderRef, record: (call: CallOptions) => Promise<unknown>) => {
    const tell = (outcome: string) => logger.info('tellOrderBook', { orderId, correlationId, outcome });
    if (underWay >= atOnce) return tell('left out');
    underWay += 1;
    try {
      await record({ correlationId, deadlineMs });
      tell('done');
    } catch (error) {
      tell(error instanceof Refused ? error.code : 'failed');
    } finally {
      underWay -= 1;
    }
  };

  const tell = ({ correlationId, trace, ...entry }: Entry & InTrace) => {
    const { orderId } = entry.order;
    void inTrace(trace, () => write({ orderId, correlationId }, (call) => book.record(orderId, entry, call)));
  };
  const tellRun = (execution: string, { correlationId, trace, ...entry }: RunBookEntry & InTrace) => {
    const { runId } = entry.run;
    const record = (call: CallOptions) => book.runs.record(runId, { ...entry, execution }, call);
    void inTrace(trace, () => write({ orderId: runId, correlationId }, record));
  };

  return {
    orderBook: {
      tell: { fn: (_, entry) => tell(entry), callDuringReplay: false },
      tellRun: { fn: ({ runId }, entry) => tellRun(runId, entry), callDuringReplay: false },
    },
  };
}

/** Records a write that is part of a trace as a span. */
function inTrace(trace: InTrace['trace'], write: () => Promise<void>): Promise<void> {
  if (!trace || !isTracing()) return write();
  return traced({ name: 'tellOrderBook', within: inContextOf(trace) }, write);
}
