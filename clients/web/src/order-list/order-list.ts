import { type OrderFilter, type OrderSort, OrdersDocument, type Waybill } from '@waybill/client';
import { createListeners } from '../data/listeners.ts';
import {
  type Change,
  compareBy,
  mostRows,
  noRows,
  type Rows,
  withChanges,
  withFresh,
  withoutLeft,
  withPage,
} from './rows.ts';

/** `error`: the last error, while rows that were read are kept. `followed`: whether they still change in place. */
export type OrderListState = Rows & { loading: boolean; error: unknown; followed: boolean };

type Source = Pick<Waybill, 'orders' | 'request'>;
/** `after`: the cursor after which the list begins, unless it begins at its start. */
type Query = { filter: OrderFilter | null; orderBy: OrderSort; after?: string | undefined };
/** Runs a function after the current frame. */
export type NextFrame = (run: () => void) => void;

const pageSize = 100;

/**
 * A list of orders that grows page by page and changes in place, at most once per frame. Longer than 40 lines: rows,
 * pages and subscribers change together.
 */
export function createOrderList(client: Source, { filter, orderBy, after: start }: Query, nextFrame: NextFrame) {
  const compare = compareBy(orderBy);
  const leaving = new AbortController();
  const { signal } = leaving;
  const listeners = createListeners();
  let state: OrderListState = { ...noRows, middle: !!start, loading: true, error: undefined, followed: true };
  let after = start;
  let waiting = new Map<string, Change>(); // a hidden page has no frames, but many changes

  const show = (change: Partial<OrderListState>) => {
    if (signal.aborted) return;
    state = { ...state, ...change };
    listeners.notify();
  };
  const flush = () => {
    const changes = waiting.values();
    waiting = new Map();
    show(withChanges(state, changes, compare));
  };
  const load = async () => {
    const { orders } = await client.request(OrdersDocument, { filter, orderBy, first: pageSize, after }, { signal });
    const { nodes, pageInfo, changesCursor } = orders;
    const complete = !pageInfo.hasNextPage || state.rows.length + nodes.length >= mostRows;
    show({ ...withPage(state, { orders: nodes, complete, after }), loading: false });
    after = pageInfo.endCursor ?? undefined;
    return changesCursor;
  };
  const loadMore = () => {
    show({ loading: true, error: undefined });
    load().catch((error: unknown) => show({ loading: false, error }));
  };
  const follow = async () => {
    for await (const change of client.orders.changes(filter, { after: await load(), signal })) {
      if (waiting.size === 0) nextFrame(flush);
      waiting.set(change.order.id, change);
    }
  };
  follow().catch((error: unknown) => show({ loading: false, error, followed: false }));
  const more = () => {
    if (!state.loading && !state.complete && !state.error) loadMore();
  };

  return {
    get: () => state,
    subscribe: listeners.subscribe,
    more,
    /** Reads the failed page again. */
    readOn: loadMore,
    showFresh: () => show(withFresh(state, compare)),
    dropLeft(): void {
      show(withoutLeft(state));
      if (state.rows.length < pageSize / 2) more();
    },
    close: () => leaving.abort(),
  };
}

export type OrderList = ReturnType<typeof createOrderList>;
