import type { BookedOrder, TakeOverRequest } from '@waybill/contracts';
import { refuseLowerEpoch } from '../domain/advance.ts';
import type { Books } from '../domain/books.ts';
import { unknownOrder } from '../domain/refused.ts';

/** Refuses further writes with a lower epoch, and returns the order as their writers left it. */
export const takeOver = ({ books }: { books: Books }) => {
  return async (orderId: string, request: TakeOverRequest): Promise<BookedOrder> => {
    await books.write(orderId, async ({ standing, keepEpoch }) => {
      if (!standing) throw unknownOrder(orderId);
      refuseLowerEpoch(standing, request);
      await keepEpoch(request.epoch);
    });
    const left = await books.find(orderId);
    if (!left) throw unknownOrder(orderId);
    return left;
  };
};
