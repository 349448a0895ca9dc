import type { Attended, AttentionRequest } from '@waybill/contracts';
import { attentionOf } from '../domain/attention.ts';
import type { BooksOf, OrderRecords, PlaceOf, RunRecords } from '../domain/books.ts';
import type { BookRefused } from '../domain/refusals.ts';

type Deps<Records extends OrderRecords | RunRecords> = {
  books: Pick<BooksOf<Records>, 'write'>;
  unknown: (id: string) => BookRefused;
};

/** Records whether a person should look at an order or a run. Repeating it changes nothing. */
export const attend = <Records extends OrderRecords | RunRecords>({ books, unknown }: Deps<Records>) => {
  return (id: string, request: AttentionRequest): Promise<Attended> =>
    books.write(id, async ({ standing, keepAttention, announce }: PlaceOf<Records>) => {
      if (!standing) throw unknown(id);
      const attention = attentionOf(standing, request.attention);
      if (attention !== standing.attention) {
        await keepAttention(attention);
        await announce();
      }
      return { attention };
    });
};
