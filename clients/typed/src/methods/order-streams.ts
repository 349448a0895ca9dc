import {
  ChangesCursorDocument,
  OrderChangedDocument,
  OrderCountsChangedDocument,
  OrderEventsDocument,
  type OrderEventsSubscription,
  type OrderFilter,
  OrdersChangedDocument,
  type OrdersChangedSubscription,
} from '../generated/graphql.ts';
import { followFrom, followLatest, followState, readingOf } from '../streams/follow.ts';
import type { From } from '../streams/pages.ts';
import type { StreamOptions, Streams } from '../streams/streams.ts';

export type OrderEvent = OrderEventsSubscription['orderEvents'];
export type OrdersChange = OrdersChangedSubscription['ordersChanged'];

export const watchOrder = (streams: Streams, id: string, options: StreamOptions) =>
  followState(streams, { document: OrderChangedDocument, variables: { id } }, options);

export const orderEvents = (streams: Streams, id: string, options: From) =>
  followFrom(
    streams,
    readingOf(streams, {
      document: OrderEventsDocument,
      variables: (after) => ({ id, after }),
    }),
    options,
  );

export const orderChanges = (streams: Streams, filter: OrderFilter | null, options: From) =>
  followFrom(
    streams,
    readingOf(streams, {
      document: OrdersChangedDocument,
      variables: (after) => ({ filter, after }),
      start: async (signal) => (await streams.read(ChangesCursorDocument, {}, { signal })).changesCursor,
    }),
    options,
  );

export const watchOrderCounts = (streams: Streams, customerId: string | null, options: StreamOptions) =>
  followLatest(
    streams,
    {
      document: OrderCountsChangedDocument,
      variables: { customerId },
    },
    options,
  );
