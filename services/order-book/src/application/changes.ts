import type { ChangePage } from '@waybill/contracts';
import type { Books, ChangeNotifier } from '../domain/books.ts';
import { feedCursor, feedPosition } from '../domain/feed-position.ts';
import { BookRefused } from '../domain/refused.ts';

export type ChangesDeps = { books: Books; notifier: ChangeNotifier };
export type ChangesRequest = { after: string | undefined; waitMs: number; signal: AbortSignal };

/** The changes after a cursor, each order once; waits for one where there is none yet. */
export const changes = ({ books, notifier }: ChangesDeps) => {
  return async ({ after, waitMs, signal }: ChangesRequest): Promise<ChangePage> => {
    if (after === undefined) return { changes: [], cursor: feedCursor(await books.newestChange()) };

    const position = feedPosition(after);
    if (!(await books.hasHad(position)))
      throw new BookRefused('FEED_RESTORED', 'This cursor is of changes that were lost with a restored backup');
    const over = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
    for (;;) {
      const { notifications } = notifier; // before the read, so that a change right after it is noticed
      const found = await books.changesAfter(position.number);
      const newest = found.at(-1);
      if (newest) return { changes: found, cursor: newest.cursor };
      if (over.aborted) return { changes: [], cursor: after };
      await notifier.next(notifications, over);
    }
  };
};
