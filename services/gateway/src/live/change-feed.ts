import { setTimeout as pause } from 'node:timers/promises';
import { BoundedMap, BoundedQueue } from '@waybill/bounded';
import type { ChangePage } from '@waybill/contracts';
import { Refused } from '@waybill/order-book-client';
import { faultLine, type Log } from '@waybill/platform';
import type { Book } from '../order-book.ts';
import { leavable } from './cancellable.ts';
import { Bell } from './notifier.ts';
import { sharing } from './single-flight.ts';

export type Change = ChangePage['changes'][number];

export type Changes = ReturnType<typeof changesOf>;

const waitMs = 25_000;
const pagesKept = {
  entries: 100,
  bytes: 8 * 1024 * 1024,
  sizeOf: ({ page }: Kept) => 2 * JSON.stringify(page).length,
};
const ordersNamed = 100_000;

/** Resolves when a page is paid for, or its reader has left. */
export type Pay = (left: AbortSignal) => Promise<void>;

type Kept = { from: string; page: ChangePage };

/** A cursor from before a backup was restored: what came after it is lost, and other changes are in its place. */
const isLost = (error: unknown): boolean => error instanceof Refused && error.code === 'FEED_RESTORED';

/** Tells everything again rather than leave out what nobody can name any more. */
function fromTheBeginning(error: unknown): ChangePage {
  if (!isLost(error)) throw error;
  return { changes: [], cursor: '0' };
}

/**
 * The book's change feed, read with one long poll for all who follow it. Who comes with an older cursor reads pages of
 * its own until it has caught up with the others.
 */
export function changesOf(book: Book, log: Log) {
  const bell = new Bell();
  const kept = new BoundedQueue<Kept>(pagesKept);
  let tail: string | undefined;
  let members = 0;
  let polling = new AbortController();
  let speaks = false;
  const named = new BoundedMap<string, Bell>('orders that are asked for when the feed names them', ordersNamed);

  const poll = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        const page = await book.changes({ ...(tail === undefined ? {} : { after: tail, waitMs }), signal });
        if (tail !== undefined && page.changes.length > 0) kept.push({ from: tail, page });
        tail = page.cursor;
        speaks = true;
        bell.ring();
        for (const { booked } of page.changes) named.get(booked.order.orderId)?.ring();
      } catch (error) {
        if (signal.aborted) return;
        speaks = false;
        if (isLost(error)) {
          kept.clear();
          tail = undefined;
          continue;
        }
        log.warn({ error: faultLine(error) }, 'the change feed was interrupted and goes on');
        await pause(1_000, undefined, { signal }).catch(() => undefined);
      }
    }
  };

  const enter = () => {
    if (members++ > 0) return;
    polling = new AbortController();
    void poll(polling.signal);
  };
  const leave = () => {
    if (--members > 0) return;
    polling.abort();
    kept.clear();
    tail = undefined;
    speaks = false;
  };

  const read = sharing((cursor: string) => book.changes({ after: cursor }));

  const pageAfter = async (cursor: string, pay: () => Promise<void>): Promise<ChangePage> => {
    if (cursor === tail) return { changes: [], cursor };
    const shared = kept.find(({ from }) => from === cursor);
    if (shared) return shared.page;
    await pay();
    return read(cursor).catch(fromTheBeginning);
  };

  return {
    /** Every change after the cursor, or from now on. Who reads pages that nobody else reads pays for each. */
    after: (start: string | null, pay: Pay) =>
      leavable(async function* (left): AsyncGenerator<Change, void, void> {
        enter();
        try {
          let cursor = start ?? (await book.changes()).cursor;
          while (!left.aborted) {
            const { rung } = bell; // before the look, so that a change right after it is heard
            const page = await pageAfter(cursor, () => pay(left));
            yield* page.changes;
            if (page.cursor === cursor) await bell.next(left, rung);
            cursor = page.cursor;
          }
        } finally {
          leave();
        }
      }),

    /** Says when an order was named; `speaks` is false while the feed cannot be heard. */
    about(orderId: string) {
      const ringing = named.getOrMake(orderId, () => new Bell());
      enter();
      return {
        bell: ringing,
        speaks: () => speaks,
        leave: () => {
          named.delete(orderId);
          leave();
        },
      };
    },

    stop: () => polling.abort(),
  };
}
