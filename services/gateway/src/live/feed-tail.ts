import { setTimeout as pause } from 'node:timers/promises';
import { BoundedQueue } from '@waybill/bounded';
import type { ChangePage } from '@waybill/contracts';
import { Refused } from '@waybill/order-book-client';
import { faultLine, type Log } from '@waybill/platform';
import type { Book } from '../order-book.ts';

type CachedPage = { from: string; page: ChangePage };

const waitMs = 25_000;
const retryMs = 1_000;
const cacheBounds = {
  entries: 100,
  bytes: 8 * 1024 * 1024,
  sizeOf: ({ page }: CachedPage) => 2 * JSON.stringify(page).length,
};

/** A cursor from before a backup was restored: the changes after it are lost, and others have their numbers. */
export const isCursorLost = (error: unknown): boolean => error instanceof Refused && error.code === 'FEED_RESTORED';

/** The newest pages of the order book's change feed, read with one long poll for as long as it has users. */
export function createFeedTail(book: Book, log: Log, onPage: (page: ChangePage) => void) {
  const pages = new BoundedQueue<CachedPage>(cacheBounds);
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
    const page = await book.changes({ ...(from === undefined ? {} : { after: from, waitMs }), signal });
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
