import type { OrderFilter } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/words';
import { badUserInput, OrderNotFound, type OrderSnapshot, type OrdersChange } from '@waybill/graphql';
import { changeFor } from '../watching/filter.ts';
import { journalPage } from '../watching/journal.ts';
import { leavable } from '../watching/leavable.ts';
import type { Caller } from './caller.ts';
import type { Find } from './find.ts';
import { cursorByName } from './page.ts';
import type { Surroundings } from './surroundings.ts';

/** Streams for one request. A closed order is read from the book; nothing is started for it. */
export const streams = ({ watching, book, changes, snapshots }: Surroundings, caller: Caller, find: Find) => ({
  watch: (id: string) =>
    leavable(async function* (left): AsyncGenerator<OrderSnapshot, void, void> {
      const known = await find(id);
      if (!known) throw new OrderNotFound(id);
      if (known.closedAt) yield known;
      else yield* abandoned(watching.snapshots(known), left);
    }),

  events: (id: string, after: number) =>
    leavable(async function* (left): AsyncGenerator<JournalEntry, void, void> {
      const known = await find(id);
      if (!known) throw new OrderNotFound(id);
      let told = journalCursor(caller.lastEventId) ?? after;
      if (!known.closedAt) return yield* abandoned(watching.entries(id, told), left);
      for (let more = true; more && !left.aborted; ) {
        const { entries, hasMore } = await journalPage(book, id, told);
        yield* entries;
        told = entries.at(-1)?.seq ?? told;
        more = hasMore;
      }
    }),

  changes: (filter: OrderFilter, after: string | null) => {
    const start = feedCursor(caller.lastEventId ?? after);
    return leavable(async function* (left): AsyncGenerator<OrdersChange, void, void> {
      try {
        for await (const change of abandoned(changes.after(start), left)) {
          const meaning = changeFor(filter, change, snapshots);
          if (meaning) yield meaning;
        }
      } catch (error) {
        cursorByName(error);
      }
    });
  },
});

/** Leaves a stream as soon as its own reader has left. */
async function* abandoned<T>(stream: AsyncGenerator<T, void, void>, left: AbortSignal) {
  if (left.aborted) return;
  left.addEventListener('abort', () => void stream.return(), { once: true });
  yield* stream;
}

/** A `Last-Event-ID` from another kind of stream is none of this one's. */
const journalCursor = (cursor: string | null): number | undefined =>
  cursor !== null && /^\d{1,10}$/.test(cursor) ? Number(cursor) : undefined;

function feedCursor(cursor: string | null): string | null {
  if (cursor === null || /^\d{1,16}$/.test(cursor)) return cursor;
  throw badUserInput('This is not a cursor of the change feed');
}
