import type { BookedOrder } from '@waybill/contracts';
import type { Books } from '../domain/books.ts';
import { unknownOrder } from '../domain/refused.ts';

/** Keeps everyone who wrote an order so far from writing on, and answers with the order as they left it. */
export const takeOver = ({ books }: { books: Books }) => {
  return async (orderId: string): Promise<BookedOrder> => {
    const epoch = await books.write(orderId, async ({ standing, keepEpoch }) => {
      if (!standing) throw unknownOrder(orderId);
      await keepEpoch(standing.epoch + 1);
      return standing.epoch + 1;
    });
    const left = await books.find(orderId);
    if (!left) throw unknownOrder(orderId);
    return { ...left, epoch };
  };
};
