import type { OrderFilter } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/domain';
import { OrderNotFound } from '@waybill/graphql';
import { cancellable } from '../live/cancellable.ts';
import { readJournalPage } from '../live/journal.ts';
import type { Caller } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import type { FindOrder } from './order-lookup.ts';
import { cancelWith, createChangeStream, createSnapshotStream } from './streams.ts';

type StreamDependencies = Pick<PortDependencies, 'source' | 'watches' | 'changeFeed' | 'changeFilters' | 'quota'>;

/** The streams of one request. */
export function createOrderStreams({ source, watches, changeFeed, changeFilters, quota }: StreamDependencies) {
  /** An order may be closed shortly before its end is in the order book: the rest comes from a watch. */
  async function* entriesOf(id: string, after: number, find: FindOrder, cancelled: AbortSignal) {
    const known = await find(id);
    if (!known) throw new OrderNotFound(id);
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

    events: (id: string, after: number) =>
      cancellable<JournalEntry>((cancelled) =>
        entriesOf(id, journalCursor(caller.lastEventId) ?? after, find, cancelled),
      ),

    changes: (filter: OrderFilter, after: string | null) =>
      createChangeStream({ feed: changeFeed, quota, caller })(after, changeFilters(filter)),
  });
}

/** A `Last-Event-ID` of another kind of stream is ignored. */
const journalCursor = (cursor: string | null): number | undefined =>
  cursor !== null && /^\d{1,10}$/.test(cursor) ? Number(cursor) : undefined;
