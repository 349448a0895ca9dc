import type { BookedOrder } from '@waybill/contracts';
import { Unavailable } from '@waybill/order-book-client';
import type { Book } from '../order-book.ts';

/** The report is optional: the next audit makes it where this one fails. */
const deadlineMs = 1_000;

/**
 * An order whose workflow has ended, as the order book has it. A workflow writes its end there before it ends: an order that
 * is open in the book has lost its workflow, unless a recovery has taken it over. Who finds out tells the book, so that lists
 * say the same at once, and the next audit has it recovered.
 */
export async function withoutWorkflow(book: Pick<Book, 'setAttention'>, booked: BookedOrder): Promise<BookedOrder> {
  if (booked.order.closedAt !== null || booked.epoch || booked.attention === 'LOST') return booked;
  await book.setAttention(booked.order.orderId, 'LOST', { deadlineMs }).catch(unlessUnavailable);
  return { ...booked, attention: 'LOST' };
}

function unlessUnavailable(error: unknown): void {
  if (!(error instanceof Unavailable)) throw error;
}
