import { ApplicationFailure } from '@temporalio/workflow';
import type { OrderOutcome } from '@waybill/contracts/domain';
import type { OrderRecord } from '../state/order-record.ts';
import type { OrderBook } from './order-book.ts';

/**
 * Appends the last entry, and waits until it is in the book. Throws the fault, so that the workflow fails and an
 * engineer looks.
 */
export async function closeOrder(
  order: OrderRecord,
  book: OrderBook,
  fault?: { code: string; message: string },
): Promise<OrderOutcome> {
  order.close();
  await book.complete();
  if (fault) throw ApplicationFailure.nonRetryable(fault.message, fault.code);
  return order.outcome();
}
