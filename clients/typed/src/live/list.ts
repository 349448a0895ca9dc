import { Unavailable } from '../protocol/errors.ts';
import { createSnapshot } from './snapshot.ts';

/** `loading` until its first page has arrived. */
export type Listed = { loading: boolean; error: unknown };
type Row = { id: string; revision: number };
type Page<Item> = { nodes: readonly Item[]; changesCursor: string; pageInfo: { hasNextPage: boolean } };

type Listing<Item extends Row, Shown> = {
  size: number;
  page: (signal: AbortSignal) => Promise<Page<Item> | undefined>;
  changes: (after: string, signal: AbortSignal) => AsyncIterable<{ left: boolean; item: Item }>;
  shown: (rows: readonly Item[], how: Listed) => Shown;
};

/** The first items of a list, each in its current state; when one has left, those behind it move up. */
export function createListed<Item extends Row, Shown>({ size, page, changes, shown }: Listing<Item, Shown>) {
  let rows: readonly Item[] = [];
  return createSnapshot<Shown>(shown(rows, { loading: true, error: undefined }), async (show, _, signal) => {
    const showRows = (next: readonly Item[]) => {
      rows = next;
      show(shown(rows, { loading: false, error: undefined }));
    };
    try {
      const first = await page(signal);
      if (!first || signal.aborted) return;
      showRows(first.nodes);
      let isLonger = first.pageInfo.hasNextPage;
      for await (const { left, item } of changes(first.changesCursor, signal)) {
        if (signal.aborted) return;
        const next = changed(rows, item, left);
        isLonger ||= next.length > size;
        showRows(next.slice(0, size));
        if (!isLonger || rows.length >= size) continue;
        const again = await page(signal).catch(unlessUnavailable);
        if (signal.aborted) return;
        if (again) showRows(refilled(rows, again.nodes));
        isLonger = again?.pageInfo.hasNextPage ?? isLonger;
      }
    } catch (error) {
      show(shown(rows, { loading: false, error }));
    }
  });
}

/** The next change tries again. */
function unlessUnavailable(error: unknown): undefined {
  if (!(error instanceof Unavailable)) throw error;
}

/** A row keeps its place; a new one comes first. */
function changed<Item extends Row>(rows: readonly Item[], row: Item, left: boolean): readonly Item[] {
  if (left) return rows.filter(({ id }) => id !== row.id);
  const shown = rows.find(({ id }) => id === row.id);
  if (!shown) return [row, ...rows];
  return row.revision < shown.revision ? rows : rows.map((each) => (each === shown ? row : each));
}

/** Rows that are still listed keep their places; those before them come first, all others last. */
function refilled<Item extends Row>(rows: readonly Item[], page: readonly Item[]): readonly Item[] {
  const fresh = new Map(page.map((row) => [row.id, row]));
  const kept = rows.flatMap((row) => newest(row, fresh.get(row.id)) ?? []);
  const known = new Set(kept.map(({ id }) => id));
  const begin = page.findIndex(({ id }) => known.has(id));
  const added = page.map((row, at) => ({ row, isBefore: at < begin })).filter(({ row }) => !known.has(row.id));
  const rowsWhere = (wanted: boolean) => added.filter(({ isBefore }) => isBefore === wanted).map(({ row }) => row);
  return [...rowsWhere(true), ...kept, ...rowsWhere(false)];
}

const newest = <Item extends Row>(shown: Item, read: Item | undefined): Item | undefined =>
  read && (read.revision < shown.revision ? shown : read);
