import { setTimeout as pause } from 'node:timers/promises';
import { BoundedQueue } from '@waybill/bounded';
import { isCursorLost } from '@waybill/order-book-client';
import { faultLine, type Log } from '@waybill/platform';
import { untraced } from '@waybill/tracing';

/** A page of a change feed; `cursor` is for the next request. */
export type FeedPage<C> = { changes: C[]; cursor: string };
/** Waits for a change after the cursor; without a cursor it returns the position of the feed at once. */
export type ReadFeed<C> = (query?: { after?: string; waitMs?: number; signal?: AbortSignal }) => Promise<FeedPage<C>>;

type CachedPage<C> = { from: string; page: FeedPage<C> };

const waitMs = 25_000;
const retryMs = 1_000;
const cacheBounds = {
  entries: 100,
  bytes: 8 * 1024 * 1024,
  sizeOf: ({ page }: CachedPage<unknown>) => 2 * JSON.stringify(page).length,
};

/** The newest pages of a change feed of the order book, read with one long poll for as long as it has users. */
export class FeedTail<C> {
  cursor: string | undefined;
  /** False while the feed cannot be read. */
  isUp = false;
  readonly #pages = new BoundedQueue<CachedPage<C>>(cacheBounds);
  readonly #readFeed: ReadFeed<C>;
  readonly #log: Log;
  readonly #onPage: (page: FeedPage<C>) => void;
  #users = 0;
  #polling = new AbortController();

  constructor(readFeed: ReadFeed<C>, log: Log, onPage: (page: FeedPage<C>) => void) {
    this.#readFeed = readFeed;
    this.#log = log;
    this.#onPage = onPage;
  }

  pageAfter(cursor: string): FeedPage<C> | undefined {
    return this.#pages.find(({ from }) => from === cursor)?.page;
  }

  acquire(): void {
    if (this.#users++ > 0) return;
    this.#polling = new AbortController();
    const { signal } = this.#polling;
    void untraced(() => this.#poll(signal));
  }

  release(): void {
    if (--this.#users > 0) return;
    this.#polling.abort();
    this.#reset();
    this.isUp = false;
  }

  stop(): void {
    this.#polling.abort();
  }

  #reset(): void {
    this.#pages.clear();
    this.cursor = undefined;
  }

  async #poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#readNext(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.isUp = false;
        if (isCursorLost(error)) {
          this.#reset();
          continue;
        }
        this.#log.warn({ error: faultLine(error) }, 'the change feed was interrupted and will be resumed');
        await pause(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #readNext(signal: AbortSignal): Promise<void> {
    const from = this.cursor;
    const page = await this.#readFeed({ ...(from === undefined ? {} : { after: from, waitMs }), signal });
    if (from !== undefined && page.changes.length > 0) this.#pages.push({ from, page });
    this.cursor = page.cursor;
    this.isUp = true;
    this.#onPage(page);
  }
}
