import type { ChangeNotifier } from '../domain/books.ts';
import { type FeedPosition, feedCursor, feedPosition } from '../domain/feed-position.ts';
import { BookRefused } from '../domain/refusals.ts';

type Feed<Change> = {
  newestChange(): Promise<FeedPosition>;
  hasHad(position: FeedPosition): Promise<boolean>;
  changesAfter(number: number): Promise<Change[]>;
};
export type ChangesDeps<Change> = { books: Feed<Change>; notifier: ChangeNotifier };
export type ChangesRequest = { after: string | undefined; waitMs: number; signal: AbortSignal };

/** The changes after a cursor, each order or run once; waits for one if there is none yet. */
export const changes = <Change extends { cursor: string }>({ books, notifier }: ChangesDeps<Change>) => {
  return async ({ after, waitMs, signal }: ChangesRequest): Promise<{ changes: Change[]; cursor: string }> => {
    if (after === undefined) return { changes: [], cursor: feedCursor(await books.newestChange()) };

    const position = feedPosition(after);
    if (!(await books.hasHad(position)))
      throw new BookRefused('FEED_RESTORED', 'This cursor predates the restore of a backup');
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
