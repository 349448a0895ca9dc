import type { OrderFilter } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/domain';
import { OrderNotFound, type OrderSnapshot, type OrdersChange } from '@waybill/graphql';
import type { Render, Subscriber } from '../live/broadcast-group.ts';
import { type BroadcastStream, broadcast } from '../live/broadcast-stream.ts';
import { cancellable } from '../live/cancellable.ts';
import { readJournalPage } from '../live/journal.ts';
import type { Caller } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import type { FindOrder } from './order-lookup.ts';
import { asCursorError, wrongCursor } from './order-page.ts';
import { createCharge } from './quota.ts';

/** What a page of the change feed costs: a call, and the orders in it. */
const pageOfChanges = 110;

/** The streams of one request. A closed order is read from the order book, without a watch. */
export const createOrderStreams = (
  { watches, book, changeFeed, changeFilters, quota }: PortDependencies,
  caller: Caller,
  find: FindOrder,
) => ({
  watch: (id: string): BroadcastStream => {
    const found = async () => {
      const known = await find(id);
      if (!known) throw new OrderNotFound(id);
      return known;
    };
    const read = cancellable(async function* (cancelled): AsyncGenerator<OrderSnapshot, void, void> {
      const known = await found();
      if (known.closedAt) yield known;
      else yield* cancelWith(watches.snapshots(known), cancelled);
    });
    return Object.assign(read, {
      [broadcast]: (key: string, render: Render, subscriber: Subscriber) =>
        subscribeAsync(async () => {
          const known = await found();
          if (!known.closedAt) return watches.broadcast(known, key, render, subscriber);
          subscriber.send(await render(known));
          subscriber.end(undefined);
          return () => undefined;
        }, subscriber),
    });
  },

  /** An order may be closed a moment before the order book has its end: the rest comes from a watch. */
  events: (id: string, after: number) =>
    cancellable(async function* (cancelled): AsyncGenerator<JournalEntry, void, void> {
      const known = await find(id);
      if (!known) throw new OrderNotFound(id);
      let sent = journalCursor(caller.lastEventId) ?? after;
      for (let more = known.closedAt !== null; more && !cancelled.aborted; ) {
        const { entries, hasMore } = await readJournalPage(book, id, sent);
        yield* entries;
        sent = entries.at(-1)?.seq ?? sent;
        more = hasMore;
      }
      if (!known.closedAt || sent < known.revision) yield* cancelWith(watches.entries(id, sent), cancelled);
    }),

  changes: (filter: OrderFilter, after: string | null) => {
    const filtered = changeFilters(filter);
    const source = caller.lastEventId === null ? 'after' : 'Last-Event-ID';
    const start = feedCursor(caller.lastEventId ?? after, source);
    return cancellable(async function* (cancelled): AsyncGenerator<OrdersChange, void, void> {
      try {
        for await (const change of cancelWith(
          changeFeed.after(start, createCharge(pageOfChanges, caller, quota)),
          cancelled,
        )) {
          const translated = filtered(change);
          if (translated) yield translated;
        }
      } catch (error) {
        asCursorError(source)(error);
      }
    });
  },
});

/** Returns an unsubscribe function that also works while the subscription is pending. */
function subscribeAsync(subscribe: () => Promise<() => void>, subscriber: Subscriber): () => void {
  let unsubscribe: (() => void) | undefined;
  let isCancelled = false;
  subscribe().then(
    (subscribed) => {
      unsubscribe = subscribed;
      if (isCancelled) subscribed();
    },
    (error: unknown) => subscriber.end(error),
  );
  return () => {
    isCancelled = true;
    unsubscribe?.();
  };
}

/** Returns a stream as soon as its own reader cancels. */
async function* cancelWith<T>(stream: AsyncGenerator<T, void, void>, cancelled: AbortSignal) {
  if (cancelled.aborted) return;
  cancelled.addEventListener('abort', () => stream.return().catch(() => undefined), { once: true });
  yield* stream;
}

/** A `Last-Event-ID` from another kind of stream is none of this one's. */
const journalCursor = (cursor: string | null): number | undefined =>
  cursor !== null && /^\d{1,10}$/.test(cursor) ? Number(cursor) : undefined;

function feedCursor(cursor: string | null, source: string): string | null {
  if (cursor === null || /^[\w.-]{1,64}$/.test(cursor)) return cursor;
  throw wrongCursor(source);
}
