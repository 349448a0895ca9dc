import type { Waybill } from './connect.ts';
import type { OrderDetailsFragment, OrderFilter, OrderSummaryFragment } from './generated/graphql.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';

/** An order as it is now. `done` once it will not change any more; `error` where it cannot be followed. */
export type WatchedOrder = { order: OrderDetailsFragment | undefined; done: boolean; error: unknown };

export const orderSnapshot = (client: Waybill, id: string): Snapshot<WatchedOrder> =>
  createSnapshot<WatchedOrder>({ order: undefined, done: false, error: undefined }, async (show, current, signal) => {
    try {
      for await (const order of client.orders.watch(id, { signal })) show({ order, done: false, error: undefined });
      show({ ...current(), done: true });
    } catch (error) {
      show({ ...current(), error });
    }
  });

/** The first orders of a list, newest first, each as it is now. */
export type WatchedOrders = { orders: readonly OrderSummaryFragment[]; loading: boolean; error: unknown };

export const ordersSnapshot = (client: Waybill, filter: OrderFilter | null, first: number): Snapshot<WatchedOrders> =>
  createSnapshot<WatchedOrders>({ orders: [], loading: true, error: undefined }, async (show, current, signal) => {
    try {
      const { value: page } = await client.orders.list(filter, { pageSize: first, signal }).next();
      if (!page) return;
      show({ orders: page.nodes, loading: false, error: undefined });
      for await (const { kind, order } of client.orders.changes(filter, { after: page.changesCursor, signal }))
        show({ ...current(), orders: changed(current().orders, order, kind === 'LEFT').slice(0, first) });
    } catch (error) {
      show({ ...current(), loading: false, error });
    }
  });

/** A row stays where it is; a new one comes first. */
function changed(orders: readonly OrderSummaryFragment[], order: OrderSummaryFragment, left: boolean) {
  if (left) return orders.filter(({ id }) => id !== order.id);
  const shown = orders.find(({ id }) => id === order.id);
  if (!shown) return [order, ...orders];
  return order.revision < shown.revision ? orders : orders.map((each) => (each === shown ? order : each));
}
