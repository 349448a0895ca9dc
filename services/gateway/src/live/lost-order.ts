import type { BookedOrder } from '@waybill/contracts';
import { Unavailable } from '@waybill/order-book-client';
import type { Book } from './order-book.ts';

/** The report may fail: the next audit repeats it. */
const deadlineMs = 1_000;

/**
 * An order whose workflow has ended, as recorded in the order book. A workflow records its end before it ends, so an
 * order that is open in the book has lost its workflow, unless a recovery has taken it over. This is reported to the
 * book, so that lists show it at once, and the next audit starts the recovery.
 */
export async function withoutWorkflow(book: Pick<Book, 'setAttention'>, booked: BookedOrder): Promise<BookedOrder> {
  if (booked.order.closedAt !== null || booked.epoch || booked.attention === 'LOST') return booked;
  await book.setAttention(booked.order.orderId, 'LOST', { deadlineMs }).catch(unlessUnavailable);
  return { ...booked, attention: 'LOST' };
}

function unlessUnavailable(error: unknown): void {
  if (!(error instanceof Unavailable)) throw error;
}
