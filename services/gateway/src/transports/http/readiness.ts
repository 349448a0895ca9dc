import type { Orders } from '@waybill/orders-client';
import type { Book } from '../../order-book.ts';

export type Readiness = { ready: boolean; engine: boolean; orderBook: boolean; draining: boolean };

/**
 * A gateway is ready when it can read orders, and is not draining. An engine that is away is told and does not count:
 * every replica would be taken out of service at once, although reads are answered from the book.
 */
export const createReadiness =
  ({ orders, book, draining }: { orders: Orders; book: Book; draining: () => boolean }) =>
  async (): Promise<Readiness> => {
    const [engine, orderBook] = await Promise.all([orders.reachable(), bookAnswers(book)]);
    return { ready: orderBook && !draining(), engine, orderBook, draining: draining() };
  };

const bookAnswers = (book: Book): Promise<boolean> =>
  book.changes({ deadlineMs: 1_000 }).then(
    () => true,
    () => false,
  );
