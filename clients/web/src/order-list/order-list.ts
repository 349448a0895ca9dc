import { type OrderFilter, type OrderSort, OrdersDocument, type Waybill } from '@waybill/client';
import { type Change, compareBy, noRows, type Rows, withChanges, withFresh, withoutLeft, withPage } from './rows.ts';

export type OrderListState = Rows & { loading: boolean; error: unknown };

type Source = Pick<Waybill, 'orders' | 'request'>;
type Query = { filter: OrderFilter | null; orderBy: OrderSort };
/** Runs what it is given once the present frame is over. */
export type NextFrame = (run: () => void) => void;

const pageSize = 100;
/** More rows than anyone looks through: whoever wants others filters. */
const mostRows = 10_000;

/**
 * A list of orders that grows page by page and changes in place, at most once a frame.
 * Longer than 40 lines: rows, pages and subscribers change together.
 */
export function createOrderList(client: Source, { filter, orderBy }: Query, nextFrame: NextFrame) {
  const compare = compareBy(orderBy);
  const leaving = new AbortController();
  const { signal } = leaving;
  const listeners = new Set<() => void>();
  let state: OrderListState = { ...noRows, loading: true, error: undefined };
  let after: string | null | undefined;
  let waiting: Change[] = [];

  const show = (change: Partial<OrderListState>) => {
    if (signal.aborted) return;
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };
  const flush = () => {
    const changes = waiting;
    waiting = [];
    show(withChanges(state, changes, compare));
  };
  const load = async () => {
    const { orders } = await client.request(OrdersDocument, { filter, orderBy, first: pageSize, after }, { signal });
    after = orders.pageInfo.endCursor;
    const complete = !orders.pageInfo.hasNextPage || state.rows.length + orders.nodes.length >= mostRows;
    show({ ...withPage(state, orders.nodes, complete), loading: false });
    return orders.changesCursor;
  };
  const fail = (error: unknown) => show({ loading: false, error });
  const follow = async () => {
    for await (const change of client.orders.changes(filter, { after: await load(), signal })) {
      if (waiting.length === 0) nextFrame(flush);
      waiting.push(change);
    }
  };
  follow().catch(fail);

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    more(): void {
      if (state.loading || state.complete || state.error) return;
      show({ loading: true });
      load().catch(fail);
    },
    showFresh: () => show(withFresh(state, compare)),
    dropLeft: () => show(withoutLeft(state)),
    close: () => leaving.abort(),
  };
}

export type OrderList = ReturnType<typeof createOrderList>;
