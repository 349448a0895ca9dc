import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Waybill } from './connect.ts';
import type { ConnectionState } from './connection.ts';
import type { OrderFilter } from './generated/graphql.ts';
import { orderSnapshot, ordersSnapshot, type WatchedOrder, type WatchedOrders } from './order-snapshots.ts';

const WaybillContext = createContext<Waybill | undefined>(undefined);

/** Gives its children the client: `<WaybillProvider value={connect({ … })}>`. */
export const WaybillProvider = WaybillContext.Provider;

export function useWaybill(): Waybill {
  const client = useContext(WaybillContext);
  if (!client) throw new Error('There is no <WaybillProvider value={client}> around this component');
  return client;
}

/** An order, live while the component is shown. */
export function useOrder(id: string): WatchedOrder {
  const client = useWaybill();
  const { subscribe, get } = useMemo(() => orderSnapshot(client, id), [client, id]);
  return useSyncExternalStore(subscribe, get, get);
}

/** The first orders that pass the filter, live while the component is shown. A filter is compared by its content. */
export function useOrders(filter: OrderFilter | null = null, { first = 50 }: { first?: number } = {}): WatchedOrders {
  const client = useWaybill();
  const key = JSON.stringify(filter);
  const { subscribe, get } = useMemo(() => ordersSnapshot(client, JSON.parse(key), first), [client, key, first]);
  return useSyncExternalStore(subscribe, get, get);
}

export function useConnection(): ConnectionState & { retryNow: () => void } {
  const { connection } = useWaybill();
  const get = () => connection.state;
  const state = useSyncExternalStore(connection.subscribe, get, get);
  return { ...state, retryNow: connection.retryNow };
}
