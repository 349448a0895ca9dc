import type { OrderFilter } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/words';
import { badUserInput, OrderNotFound, type OrderSnapshot, type OrdersChange } from '@waybill/graphql';
import type { Member, Render } from '../live/broadcast-group.ts';
import { type LiveStream, live } from '../live/broadcast-stream.ts';
import { leavable } from '../live/cancellable.ts';
import { journalPage } from '../live/journal.ts';
import type { Caller } from './caller.ts';
import type { Surroundings } from './dependencies.ts';
import type { Find } from './order-lookup.ts';
import { cursorByName } from './order-page.ts';
import { createCharge } from './quota.ts';

/** What a page of the change feed costs: a call, and the orders in it. */
const pageOfChanges = 110;

/** Streams for one request. A closed order is read from the book; nothing is started for one that is there to its end. */
export const streams = ({ watching, book, changes, meanings, quota }: Surroundings, caller: Caller, find: Find) => ({
  watch: (id: string): LiveStream => {
    const found = async () => {
      const known = await find(id);
      if (!known) throw new OrderNotFound(id);
      return known;
    };
    const read = leavable(async function* (left): AsyncGenerator<OrderSnapshot, void, void> {
      const known = await found();
      if (known.closedAt) yield known;
      else yield* abandoned(watching.snapshots(known), left);
    });
    return Object.assign(read, {
      [live]: (key: string, render: Render, member: Member) =>
        joinedLater(async () => {
          const known = await found();
          if (!known.closedAt) return watching.tell(known, key, render, member);
          member.send(await render(known));
          member.end(undefined);
          return () => undefined;
        }, member),
    });
  },

  /** An order may be closed a moment before the book has heard of its end: what it does not have yet, a watch tells. */
  events: (id: string, after: number) =>
    leavable(async function* (left): AsyncGenerator<JournalEntry, void, void> {
      const known = await find(id);
      if (!known) throw new OrderNotFound(id);
      let told = journalCursor(caller.lastEventId) ?? after;
      for (let more = known.closedAt !== null; more && !left.aborted; ) {
        const { entries, hasMore } = await journalPage(book, id, told);
        yield* entries;
        told = entries.at(-1)?.seq ?? told;
        more = hasMore;
      }
      if (!known.closedAt || told < known.revision) yield* abandoned(watching.entries(id, told), left);
    }),

  changes: (filter: OrderFilter, after: string | null) => {
    const meaningOf = meanings(filter);
    const start = feedCursor(caller.lastEventId ?? after);
    return leavable(async function* (left): AsyncGenerator<OrdersChange, void, void> {
      try {
        for await (const change of abandoned(changes.after(start, createCharge(pageOfChanges, caller, quota)), left)) {
          const meaning = meaningOf(change);
          if (meaning) yield meaning;
        }
      } catch (error) {
        cursorByName(error);
      }
    });
  },
});

/** Joins as soon as that is possible, unless the member has left before. */
function joinedLater(join: () => Promise<() => void>, member: Member): () => void {
  let leave: (() => void) | undefined;
  let left = false;
  join().then(
    (joined) => {
      leave = joined;
      if (left) joined();
    },
    (error: unknown) => member.end(error),
  );
  return () => {
    left = true;
    leave?.();
  };
}

/** Leaves a stream as soon as its own reader has left. */
async function* abandoned<T>(stream: AsyncGenerator<T, void, void>, left: AbortSignal) {
  if (left.aborted) return;
  left.addEventListener('abort', () => stream.return().catch(() => undefined), { once: true });
  yield* stream;
}

/** A `Last-Event-ID` from another kind of stream is none of this one's. */
const journalCursor = (cursor: string | null): number | undefined =>
  cursor !== null && /^\d{1,10}$/.test(cursor) ? Number(cursor) : undefined;

function feedCursor(cursor: string | null): string | null {
  if (cursor === null || /^[\w.-]{1,64}$/.test(cursor)) return cursor;
  throw badUserInput('This is not a cursor of the change feed');
}
