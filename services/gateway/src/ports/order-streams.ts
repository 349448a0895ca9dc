import type { OrderFilter } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/domain';
import { OrderNotFound, type OrderSnapshot } from '@waybill/graphql';
import { cancellable } from '../live/cancellable.ts';
import { readJournalPage } from '../live/journal.ts';
import type { Caller } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import { createCursorCheck } from './journal-cursor.ts';
import type { FindOrder } from './order-lookup.ts';
import { cancelWith, createChangeStream, createSnapshotStream } from './streams.ts';

type StreamDependencies = Pick<
  PortDependencies,
  'source' | 'watches' | 'changeFeed' | 'changeFilters' | 'quota' | 'followList'
>;

/** The streams of one request. */
export function createOrderStreams({ source, watches, changeFeed, changeFilters, ...feeds }: StreamDependencies) {
  const checkCursor = createCursorCheck(source);

  /** An order may be closed shortly before its end is in the order book: the rest comes from a watch. */
  async function* entriesOf(known: OrderSnapshot, after: number, cancelled: AbortSignal) {
    const id = known.orderId;
    let sent = after;
    for (let more = known.closedAt !== null; more && !cancelled.aborted; ) {
      const { entries, hasMore } = await readJournalPage(source, id, sent);
      yield* entries;
      sent = entries.at(-1)?.seq ?? sent;
      more = hasMore;
    }
    if (!known.closedAt || sent < known.revision) yield* cancelWith(watches.entries(id, sent), cancelled);
  }

  return (caller: Caller, find: FindOrder) => ({
    watch: (id: string) => createSnapshotStream(watches, find, source.notFound)(id),

    async events(id: string, after: number) {
      const known = await find(id);
      if (!known) throw new OrderNotFound(id);
      const resumed = journalCursor(caller.lastEventId);
      await checkCursor(known, resumed ?? after, resumed === undefined ? 'after' : 'Last-Event-ID');
      return cancellable<JournalEntry>((cancelled) => entriesOf(known, resumed ?? after, cancelled));
    },

    changes: (filter: OrderFilter, after: string | null) =>
      createChangeStream({ feed: changeFeed, ...feeds, caller })(after, changeFilters(filter)),
  });
}

/** A `Last-Event-ID` of another kind of stream is ignored. */
const journalCursor = (cursor: string | null): number | undefined =>
  cursor !== null && /^\d{1,15}$/.test(cursor) ? Number(cursor) : undefined;
