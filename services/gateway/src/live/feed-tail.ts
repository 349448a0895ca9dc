import { setTimeout as pause } from 'node:timers/promises';
import { BoundedQueue } from '@waybill/bounded';
import { Refused } from '@waybill/order-book-client';
import { faultLine, type Log } from '@waybill/platform';

/** A page of a change feed; `cursor` is what to ask for next. */
export type FeedPage<C> = { changes: C[]; cursor: string };
/** Waits for a change after the cursor; without one the answer comes at once and says where the feed stands. */
export type ReadFeed<C> = (query?: { after?: string; waitMs?: number; signal?: AbortSignal }) => Promise<FeedPage<C>>;

type CachedPage<C> = { from: string; page: FeedPage<C> };

const waitMs = 25_000;
const retryMs = 1_000;
const cacheBounds = {
  entries: 100,
  bytes: 8 * 1024 * 1024,
  sizeOf: ({ page }: CachedPage<unknown>) => 2 * JSON.stringify(page).length,
};

/** A cursor from before a backup was restored: the changes after it are lost, and others have their numbers. */
export const isCursorLost = (error: unknown): boolean => error instanceof Refused && error.code === 'FEED_RESTORED';

/** The newest pages of a change feed of the order book, read with one long poll for as long as it has users. */
export function createFeedTail<C>(readFeed: ReadFeed<C>, log: Log, onPage: (page: FeedPage<C>) => void) {
  const pages = new BoundedQueue<CachedPage<C>>(cacheBounds);
  let users = 0;
  let polling = new AbortController();
  const tail = {
    cursor: undefined as string | undefined,
    /** False while the feed cannot be read. */
    isUp: false,
    pageAfter: (cursor: string) => pages.find(({ from }) => from === cursor)?.page,
    acquire: () => {
      if (users++ > 0) return;
      polling = new AbortController();
      void poll(polling.signal);
    },
    release: () => {
      if (--users > 0) return;
      polling.abort();
      reset();
      tail.isUp = false;
    },
    stop: () => polling.abort(),
  };

  const reset = () => {
    pages.clear();
    tail.cursor = undefined;
  };

  const readNext = async (signal: AbortSignal) => {
    const from = tail.cursor;
    const page = await readFeed({ ...(from === undefined ? {} : { after: from, waitMs }), signal });
    if (from !== undefined && page.changes.length > 0) pages.push({ from, page });
    tail.cursor = page.cursor;
    tail.isUp = true;
    onPage(page);
  };

  const poll = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        await readNext(signal);
      } catch (error) {
        if (signal.aborted) return;
        tail.isUp = false;
        if (isCursorLost(error)) {
          reset();
          continue;
        }
        log.warn({ error: faultLine(error) }, 'the change feed was interrupted and goes on');
        await pause(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };

  return tail;
}
