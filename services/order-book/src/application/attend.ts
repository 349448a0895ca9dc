import type { Attended, AttentionRequest } from '@waybill/contracts';
import { attentionOf } from '../domain/attention.ts';
import type { Books } from '../domain/books.ts';
import { unknownOrder } from '../domain/refused.ts';

/** Records whether a person should look at an order. Repeating it changes nothing. */
export const attend = ({ books }: { books: Books }) => {
  return (orderId: string, request: AttentionRequest): Promise<Attended> =>
    books.write(orderId, async ({ standing, keepAttention, announce }) => {
      if (!standing) throw unknownOrder(orderId);
      const attention = attentionOf(standing, request.attention);
      if (attention !== standing.attention) {
        await keepAttention(attention);
        await announce();
      }
      return { attention };
    });
};
