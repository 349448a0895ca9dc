import type { ChangePage } from '@waybill/contracts';
import type { Books, ChangeBell } from '../domain/books.ts';
import { BookRefused } from '../domain/refused.ts';

export type ChangesDeps = { books: Books; bell: ChangeBell };
export type ChangesRequest = { after: string | undefined; waitMs: number; signal: AbortSignal };

/** The changes after a cursor, each order once; waits for one where there is none yet. */
export const changes = ({ books, bell }: ChangesDeps) => {
  return async ({ after, waitMs, signal }: ChangesRequest): Promise<ChangePage> => {
    if (after === undefined) return { changes: [], cursor: String(await books.newestChange()) };

    const number = numberIn(after);
    if (number > (await books.newestChange()))
      throw new BookRefused('INVALID_CURSOR', 'This cursor is from a feed that is further than this one');
    const over = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
    for (;;) {
      const { rung } = bell; // before the look, so that a change right after it is heard
      const found = await books.changesAfter(number);
      const newest = found.at(-1);
      if (newest) return { changes: found, cursor: newest.cursor };
      if (over.aborted) return { changes: [], cursor: after };
      await bell.next(rung, over);
    }
  };
};

function numberIn(cursor: string): number {
  const number = /^\d{1,16}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (Number.isSafeInteger(number)) return number;
  throw new BookRefused('INVALID_CURSOR', 'This is not a cursor of the change feed');
}
