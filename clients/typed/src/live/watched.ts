import { createSnapshot } from './snapshot.ts';

/** `done` once it will not change any more; `error` when it cannot be followed. */
export type Watched = { done: boolean; error: unknown };

type Watching<Value, Item, Shown> = {
  initial: Value;
  follow: (signal: AbortSignal, value: Value) => AsyncIterable<Item>;
  next: (value: Value, item: Item) => Value;
  shown: (value: Value, how: Watched) => Shown;
};

/** A value that is computed from what a stream has delivered so far. */
export function createWatched<Value, Item, Shown>({ initial, follow, next, shown }: Watching<Value, Item, Shown>) {
  let value = initial;
  return createSnapshot<Shown>(shown(value, { done: false, error: undefined }), async (show, _, signal) => {
    try {
      for await (const item of follow(signal, value)) {
        if (signal.aborted) return;
        value = next(value, item);
        show(shown(value, { done: false, error: undefined }));
      }
      show(shown(value, { done: true, error: undefined }));
    } catch (error) {
      show(shown(value, { done: false, error }));
    }
  });
}

/** `loading` until its first page has arrived. */
export type Listed = { loading: boolean; error: unknown };
type Row = { id: string; revision: number };

type Listing<Item extends Row, Shown> = {
  size: number;
  page: (signal: AbortSignal) => Promise<{ nodes: readonly Item[]; changesCursor: string } | undefined>;
  changes: (after: string, signal: AbortSignal) => AsyncIterable<{ left: boolean; item: Item }>;
  shown: (rows: readonly Item[], how: Listed) => Shown;
};

/** The first items of a list, each in its current state. */
export function createListed<Item extends Row, Shown>({ size, page, changes, shown }: Listing<Item, Shown>) {
  let rows: readonly Item[] = [];
  return createSnapshot<Shown>(shown(rows, { loading: true, error: undefined }), async (show, _, signal) => {
    try {
      const first = await page(signal);
      if (!first || signal.aborted) return;
      rows = first.nodes;
      show(shown(rows, { loading: false, error: undefined }));
      for await (const { left, item } of changes(first.changesCursor, signal)) {
        if (signal.aborted) return;
        rows = changed(rows, item, left).slice(0, size);
        show(shown(rows, { loading: false, error: undefined }));
      }
    } catch (error) {
      show(shown(rows, { loading: false, error }));
    }
  });
}

/** A row keeps its place; a new one comes first. */
function changed<Item extends Row>(rows: readonly Item[], row: Item, left: boolean): readonly Item[] {
  if (left) return rows.filter(({ id }) => id !== row.id);
  const shown = rows.find(({ id }) => id === row.id);
  if (!shown) return [row, ...rows];
  return row.revision < shown.revision ? rows : rows.map((each) => (each === shown ? row : each));
}
