import type { BookedOrder } from '@waybill/contracts';
import { undefinedWhenUnavailable } from '@waybill/order-book-client';
import type { Orders } from '@waybill/orders-client';
import type { Book } from './order-book.ts';

/** The report may fail: the next audit repeats it. */
const deadlineMs = 1_000;

/**
 * An order as recorded in the order book, whose workflow was not running. A workflow records its end before it ends, so an
 * order that is open in the book has lost its workflow, unless that has started meanwhile or a recovery has taken it over.
 * This is reported to the book, so that lists show it at once, and the next audit starts the recovery.
 */
export async function lostUnlessRunning(
  orders: Pick<Orders, 'isRunning'>,
  book: Pick<Book, 'setAttention'>,
  booked: BookedOrder,
): Promise<BookedOrder> {
  const { orderId, closedAt } = booked.order;
  if (closedAt !== null || booked.epoch || booked.attention === 'LOST') return booked;
  if (await orders.isRunning(orderId)) return booked;
  await book.setAttention(orderId, 'LOST', { deadlineMs }).catch(undefinedWhenUnavailable);
  return { ...booked, attention: 'LOST' };
}
