import type { InjectedSinks, Logger } from '@temporalio/worker';
import { Refused } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Entry, OrderBookSinks } from './activities/order-book.ts';

/** How long one write may take, in milliseconds. */
const deadlineMs = 1_000;

/** A worker has so many writes under way at most. What it leaves out, the next write or the audit makes good. */
const atOnce = 200;

/**
 * Writes into the order book beside the workflow, which neither waits nor hears of it: nothing in a history depends on it.
 * Not called while a workflow is replayed.
 */
export function orderBookSinks(
  book: Pick<OrderBookClient, 'record'>,
  logger: Pick<Logger, 'info'>,
): InjectedSinks<OrderBookSinks> {
  let underWay = 0;

  const write = async ({ order, correlationId, ...entry }: Entry): Promise<void> => {
    const { orderId } = order;
    const tell = (outcome: string) => logger.info('tellOrderBook', { orderId, correlationId, outcome });
    if (underWay >= atOnce) return tell('left out');
    underWay += 1;
    try {
      await book.record(orderId, { ...entry, order }, { correlationId, deadlineMs });
      tell('done');
    } catch (error) {
      tell(error instanceof Refused ? error.code : 'failed');
    } finally {
      underWay -= 1;
    }
  };

  return { orderBook: { tell: { fn: (_, entry) => void write(entry), callDuringReplay: false } } };
}
