import type { EffectsOwner, UndoneEffects } from '@waybill/contracts';
import type { Books } from '../domain/books.ts';
import { BookRefused } from '../domain/refusals.ts';

/** Journals that the effects of an unknown order are undone. */
export const keepUndone =
  ({ books }: { books: Pick<Books, 'keepUndone'> }) =>
  async (orderId: string, undone: UndoneEffects): Promise<EffectsOwner> => {
    if (await books.keepUndone(orderId, undone)) return { orderId };
    throw new BookRefused('IDEMPOTENCY_CONFLICT', `The book knows order ${orderId}`);
  };
