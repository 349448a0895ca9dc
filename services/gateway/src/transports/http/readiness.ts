import type { Orders } from '@waybill/orders-client';
import type { Book } from '../../order-book.ts';

export type Readiness = { ready: boolean; engine: boolean; orderBook: boolean; draining: boolean };

/** A gateway is ready when it can place and read orders, and is not draining. */
export const createReadiness =
  ({ orders, book, draining }: { orders: Orders; book: Book; draining: () => boolean }) =>
  async (): Promise<Readiness> => {
    const [engine, orderBook] = await Promise.all([orders.reachable(), bookAnswers(book)]);
    return { ready: engine && orderBook && !draining(), engine, orderBook, draining: draining() };
  };

const bookAnswers = (book: Book): Promise<boolean> =>
  book.changes({ deadlineMs: 1_000 }).then(
    () => true,
    () => false,
  );
