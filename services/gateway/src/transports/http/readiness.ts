import type { OrderBookClient } from '@waybill/order-book-client';
import type { Orders } from '@waybill/orders-client';

type Book = Pick<OrderBookClient, 'changes'>;

export type Readiness = { ready: boolean; engine: boolean; orderBook: boolean; draining: boolean };

/**
 * A gateway is ready when it can read orders, and is not draining. An unavailable engine is reported but does not
 * count: otherwise every replica would be taken out of service, although reads are served from the book.
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
