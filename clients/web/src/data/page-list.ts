import { createListeners } from './listeners.ts';

type Page<T> = { nodes: readonly T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
type State<T> = { items: readonly T[]; loading: boolean; complete: boolean; error: unknown };

export type ReadPage<T> = (after: string | null, signal: AbortSignal) => Promise<Page<T>>;

/** More items than a person reads. */
const mostItems = 5_000;

/** A list that is read page by page on request. Pages that were read are kept when a later one fails. */
export function createPageList<T>(read: ReadPage<T>) {
  const leaving = new AbortController();
  const listeners = createListeners();
  let state: State<T> = { items: [], loading: false, complete: false, error: undefined };
  let after: string | null = null;

  const show = (change: Partial<State<T>>) => {
    if (leaving.signal.aborted) return;
    state = { ...state, ...change };
    listeners.notify();
  };
  const readNext = async () => {
    const { nodes, pageInfo } = await read(after, leaving.signal);
    after = pageInfo.endCursor;
    const items = [...state.items, ...nodes].slice(0, mostItems);
    show({ items, loading: false, complete: !pageInfo.hasNextPage || items.length === mostItems });
  };
  return {
    get: () => state,
    subscribe: listeners.subscribe,
    more(): void {
      if (state.loading || state.complete) return;
      show({ loading: true, error: undefined });
      readNext().catch((error: unknown) => show({ loading: false, error }));
    },
    close: () => leaving.abort(),
  };
}

export type PageList<T> = ReturnType<typeof createPageList<T>>;
