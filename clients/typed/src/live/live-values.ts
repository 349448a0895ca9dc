import type { Waybill } from '../connect.ts';
import type {
  CountsFragment,
  OrderDetailsFragment,
  OrderFilter,
  OrderSummaryFragment,
  RunDetailsFragment,
  RunSummaryFragment,
} from '../generated/graphql.ts';
import type { OrderEvent } from '../methods/order-streams.ts';
import type { KindAndStatus, RunEvent } from '../methods/run-streams.ts';
import type { StreamOptions } from '../streams/streams.ts';
import { createListed, type Listed } from './list.ts';
import { createLiveValue, type Watched } from './live-value.ts';
import type { Snapshot } from './snapshot.ts';

/** Values for components: each is undefined or empty until the first result. */
export type WatchedOrder = Watched & { order: OrderDetailsFragment | undefined };
export type WatchedRun = Watched & { run: RunDetailsFragment | undefined };
export type WatchedCounts = Watched & { counts: CountsFragment | undefined };
export type WatchedEvents<Event> = Watched & { events: readonly Event[] };
export type WatchedOrders = Listed & { orders: readonly OrderSummaryFragment[] };
export type WatchedRuns = Listed & { runs: readonly RunSummaryFragment[] };

export const orderSnapshot = (client: Waybill, id: string) =>
  latest<OrderDetailsFragment, WatchedOrder>(
    (options) => client.orders.watch(id, options),
    (order, how) => ({ order, ...how }),
  );

export const runSnapshot = (client: Waybill, id: string) =>
  latest<RunDetailsFragment, WatchedRun>(
    (options) => client.runs.watch(id, options),
    (run, how) => ({ run, ...how }),
  );

export const countsSnapshot = (client: Waybill, of: { customerId?: string }) =>
  latest<CountsFragment, WatchedCounts>(
    (options) => client.orders.watchCounts({ ...options, ...of }),
    (counts, how) => ({ counts, ...how }),
  );

const latest = <Item, Shown>(
  watch: (options: StreamOptions) => AsyncIterable<Item>,
  shown: (item: Item | undefined, how: Watched) => Shown,
): Snapshot<Shown> =>
  createLiveValue<Item | undefined, Item, Shown>({
    initial: undefined,
    shown,
    follow: (signal) => watch({ signal }),
    next: (_, item) => item,
  });

export const orderEventsSnapshot = (client: Waybill, id: string) =>
  collected<OrderEvent>((options) => client.orders.events(id, options));

export const runEventsSnapshot = (client: Waybill, id: string) =>
  collected<RunEvent>((options) => client.runs.events(id, options));

const collected = <Event extends { cursor: string }>(
  events: (options: { signal: AbortSignal; after: string | null }) => AsyncIterable<Event>,
): Snapshot<WatchedEvents<Event>> =>
  createLiveValue<readonly Event[], Event, WatchedEvents<Event>>({
    initial: [],
    follow: (signal, entries) => events({ signal, after: entries.at(-1)?.cursor ?? null }),
    next: (entries, event) => [...entries, event],
    shown: (entries, how) => ({ events: entries, ...how }),
  });

export const ordersSnapshot = (client: Waybill, filter: OrderFilter | null, size: number) =>
  createListed<OrderSummaryFragment, WatchedOrders>({
    size,
    page: async (signal) => (await client.orders.list(filter, { pageSize: size, signal }).next()).value ?? undefined,
    changes: (after, signal) =>
      itemsOf(client.orders.changes(filter, { after, signal }), ({ kind, order }) => ({ kind, item: order })),
    shown: (orders, how) => ({ orders, ...how }),
  });

export const runsSnapshot = (client: Waybill, filter: KindAndStatus, size: number) =>
  createListed<RunSummaryFragment, WatchedRuns>({
    size,
    page: async (signal) => (await client.runs.list(filter, { pageSize: size, signal }).next()).value ?? undefined,
    changes: (after, signal) =>
      itemsOf(client.runs.changes(filter, { after, signal }), ({ kind, run }) => ({ kind, item: run })),
    shown: (runs, how) => ({ runs, ...how }),
  });

async function* itemsOf<Change, Item>(
  changes: AsyncIterable<Change>,
  read: (change: Change) => { kind: string; item: Item },
): AsyncGenerator<{ left: boolean; item: Item }> {
  for await (const change of changes) {
    const { kind, item } = read(change);
    yield { left: kind === 'LEFT', item };
  }
}
