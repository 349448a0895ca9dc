import type { Page, PageArgs } from '@waybill/graphql';
import { NotRunning } from '@waybill/orders-client';
import { readJournalAfter } from '../live/journal.ts';
import type { Entry, Snapshot, Source } from '../live/source.ts';
import type { Watches } from '../live/watch/watches.ts';
import { createCursorCheck } from './journal-cursor.ts';

const usualPage = 20;

/**
 * A page of the journal of an order or a run; its cursors are the numbers of the entries. It is consistent with the
 * snapshot in the same response: nothing is newer, and entries that are not in the order book yet come from the
 * workflow.
 */
export function createTimeline<S extends Snapshot, E extends Entry>(
  source: Source<S, E>,
  watches: Pick<Watches<S, E>, 'heldEntries'>,
) {
  const newest = createNewestEntries(source, watches);
  const checkCursor = createCursorCheck(source);

  const inBook = (id: string, page: PageArgs) =>
    source.journal(id, {
      ...(page.last === undefined ? { first: page.first ?? usualPage } : { last: page.last }),
      ...(page.after === undefined ? {} : { after: Number(page.after) }),
      ...(page.before === undefined ? {} : { before: Number(page.before) }),
    });

  return async (snapshot: S, { before, ...page }: PageArgs): Promise<Page<E>> => {
    const id = source.idOf(snapshot);
    await checkCursor(snapshot, Number(page.after ?? 0), 'after');
    const end = Math.min(snapshot.revision, Number(before ?? Number.POSITIVE_INFINITY) - 1);
    const { entries, hasMore } = await inBook(id, { ...page, before: `${end + 1}` });
    const last = entries.at(-1)?.seq ?? Number(page.after ?? 0);
    const rest = hasMore || last >= end ? [] : await newest(id, snapshot, last);
    const known = [...entries, ...rest].filter(({ seq }) => seq <= end);
    const shown = page.last === undefined ? known.slice(0, page.first ?? usualPage) : known.slice(-page.last);
    return {
      edges: shown.map((entry) => ({ cursor: String(entry.seq), node: entry })),
      hasNextPage: (shown.at(-1)?.seq ?? snapshot.revision) < snapshot.revision,
      hasPreviousPage: (shown[0]?.seq ?? 1) > 1,
    };
  };
}

/** All entries of the journal after `seq`, up to the snapshot's revision: from its watch, its workflow, or the book. */
function createNewestEntries<S extends Snapshot, E extends Entry>(
  source: Source<S, E>,
  watches: Pick<Watches<S, E>, 'heldEntries'>,
) {
  return async (id: string, { revision }: S, seq: number): Promise<E[]> => {
    const held = watches.heldEntries(id, seq);
    if (held && (held.at(-1)?.seq ?? 0) >= revision) return held;
    const entries: E[] = [];
    try {
      while ((entries.at(-1)?.seq ?? seq) < revision) {
        const { journal } = await source.read(id, entries.at(-1)?.seq ?? seq);
        if (journal.length === 0) break;
        entries.push(...journal);
      }
      return entries;
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
      return readJournalAfter(source, id, seq); // it has ended meanwhile, so the book has its end
    }
  };
}
