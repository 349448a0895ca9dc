import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Waybill } from './connect.ts';
import type { OrderFilter } from './generated/graphql.ts';
import * as live from './live/live-values.ts';
import type { Snapshot } from './live/snapshot.ts';
import type { OrderEvent } from './methods/order-streams.ts';
import type { KindAndStatus, RunEvent } from './methods/run-streams.ts';
import type { ConnectionState } from './streams/connection.ts';

const WaybillContext = createContext<Waybill | undefined>(undefined);

/** Provides the client to its children: `<WaybillProvider value={connect({ … })}>`. */
export const WaybillProvider = WaybillContext.Provider;

export function useWaybill(): Waybill {
  const client = useContext(WaybillContext);
  if (!client) throw new Error('This component must be inside <WaybillProvider value={client}>');
  return client;
}

/** An order, live while the component is shown. */
export const useOrder = (id: string): live.WatchedOrder => useLive(live.orderSnapshot, id);

/** The journal of an order so far, live while the component is shown. */
export const useOrderEvents = (id: string): live.WatchedEvents<OrderEvent> => useLive(live.orderEventsSnapshot, id);

/** The first orders that match the filter, live while the component is shown. Filters are compared by content. */
export const useOrders = (
  filter: OrderFilter | null = null,
  { first = 50 }: { first?: number } = {},
): live.WatchedOrders => useLive(live.ordersSnapshot, filter, first);

/** The number of orders by status, live while the component is shown. */
export const useOrderCounts = (of: { customerId?: string } = {}): live.WatchedCounts =>
  useLive(live.countsSnapshot, of);

/** A run, live while the component is shown. */
export const useRun = (id: string): live.WatchedRun => useLive(live.runSnapshot, id);

/** The journal of a run so far, live while the component is shown. */
export const useRunEvents = (id: string): live.WatchedEvents<RunEvent> => useLive(live.runEventsSnapshot, id);

/** The first runs that match the filter, live while the component is shown. */
export const useRuns = (filter: KindAndStatus = {}, { first = 50 }: { first?: number } = {}): live.WatchedRuns =>
  useLive(live.runsSnapshot, filter, first);

export function useConnection(): ConnectionState & { retryNow: () => void } {
  const { connection } = useWaybill();
  const get = () => connection.state;
  const state = useSyncExternalStore(connection.subscribe, get, get);
  return { ...state, retryNow: connection.retryNow };
}

/** Keeps a snapshot while the client and the content of its arguments are unchanged. */
function useLive<Args extends unknown[], Shown>(
  open: (client: Waybill, ...args: Args) => Snapshot<Shown>,
  ...args: Args
): Shown {
  const client = useWaybill();
  const key = JSON.stringify(args);
  const { subscribe, get } = useMemo(() => open(client, ...(JSON.parse(key) as Args)), [client, key, open]);
  return useSyncExternalStore(subscribe, get, get);
}
