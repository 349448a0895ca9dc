import type { TakeOverRequest } from '@waybill/contracts';
import { refuseLowerEpoch } from '../domain/advance.ts';
import type { BooksOf, OrderRecords, PlaceOf, RunRecords } from '../domain/books.ts';
import type { BookRefused } from '../domain/refusals.ts';

type Deps<Records extends OrderRecords | RunRecords> = {
  books: Pick<BooksOf<Records>, 'write' | 'find'>;
  unknown: (id: string) => BookRefused;
};

/** Refuses further writes with a lower epoch, and returns the order or run as their writers left it. */
export const takeOver = <Records extends OrderRecords | RunRecords>({ books, unknown }: Deps<Records>) => {
  return async (id: string, request: TakeOverRequest): Promise<Records['booked']> => {
    await books.write(id, async ({ standing, keepEpoch }: PlaceOf<Records>) => {
      if (!standing) throw unknown(id);
      refuseLowerEpoch(standing, request);
      await keepEpoch(request.epoch);
    });
    const left = await books.find(id);
    if (!left) throw unknown(id);
    return left;
  };
};
