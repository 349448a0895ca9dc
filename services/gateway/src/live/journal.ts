import type { Entry, Snapshot, Source } from './source.ts';

type Journal<E extends Entry> = Pick<Source<Snapshot, E>, 'journal'>;

/** The entries of a journal after `seq` in the order book; none if the order or run is not in the book yet. */
export async function readJournalAfter<E extends Entry>(source: Journal<E>, id: string, seq: number): Promise<E[]> {
  const entries: E[] = [];
  for (let more = true; more; ) {
    const page = await readJournalPage(source, id, entries.at(-1)?.seq ?? seq);
    entries.push(...page.entries);
    more = page.hasMore;
  }
  return entries;
}

/** One page of them, oldest first. */
export const readJournalPage = <E extends Entry>(source: Journal<E>, id: string, after: number) =>
  source.journal(id, { after, first: 200 });
