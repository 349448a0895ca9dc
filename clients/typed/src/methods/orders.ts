import {
  CountOrdersDocument,
  OrderCountsDocument,
  OrderDocument,
  type OrderFilter,
  OrderHistoryDocument,
  type OrderSort,
  OrdersDocument,
  type OrdersQuery,
  OrderTimelineDocument,
} from '../generated/graphql.ts';
import type { Read } from '../http/read.ts';
import type { RequestOptions } from '../http/request.ts';
import { emptyPage, type From, type Paging, pages } from '../streams/pages.ts';
import type { StreamOptions, Streams } from '../streams/streams.ts';
import { createWatches } from '../streams/wait-for.ts';
import { createOrderCommands, createOrderInterventions } from './order-commands.ts';
import { orderChanges, orderEvents, watchOrder, watchOrderCounts } from './order-streams.ts';

export type OrdersPage = OrdersQuery['orders'];
type OfCustomer = { customerId?: string };

export const createOrders = (read: Read, streams: Streams) => ({
  ...createOrderCommands(read),
  ...createOrderInterventions(read),
  ...createOrderReads(read),
  ...createOrderStreams(streams),
});

const createOrderReads = (read: Read) => ({
  /** Undefined when there is none that the viewer may see. */
  get: async (id: string, options?: RequestOptions) => (await read(OrderDocument, { id }, options)) ?? undefined,
  count: async (filter: OrderFilter | null = null, options?: RequestOptions) =>
    (await read(CountOrdersDocument, { filter }, options)).totalCount ?? 0,
  /** The number of orders by status, and of those that need attention. */
  counts: ({ customerId, ...options }: RequestOptions & OfCustomer = {}) =>
    read(OrderCountsDocument, { customerId: customerId ?? null }, options),
  /** All pages, one after another. */
  list: (filter: OrderFilter | null = null, { orderBy, ...paging }: Paging & { orderBy?: OrderSort } = {}) =>
    pages(paging, (page, options) => read(OrdersDocument, { filter, orderBy, ...page }, options)),
  /** The current journal, page by page; empty when there is no order that the viewer may see. */
  timeline: (id: string, paging?: Paging) =>
    pages(
      paging,
      async (page, options) => (await read(OrderTimelineDocument, { id, ...page }, options))?.timeline ?? emptyPage,
    ),
  /**
   * For operators: the engine's events, page by page; empty when the engine has none of the order, or the viewer may
   * not see them.
   */
  history: (id: string, { newestFirst, ...paging }: Paging & { newestFirst?: boolean } = {}) =>
    pages(
      paging,
      async (page, options) =>
        (await read(OrderHistoryDocument, { id, newestFirst, ...page }, options))?.history ?? emptyPage,
    ),
});

const createOrderStreams = (streams: Streams) => ({
  ...createWatches(streams, 'Order', watchOrder),
  /** The journal, each entry once and in order, from the beginning or after a cursor; ends when the order is closed. */
  events: (id: string, options: From = {}) => orderEvents(streams, id, options),
  /**
   * Every change of the orders that match the filter, from now on or after a cursor; ends when the iterator is
   * returned.
   */
  changes: (filter: OrderFilter | null = null, options: From = {}) => orderChanges(streams, filter, options),
  /** The current counts, then the counts after each change; ends when the iterator is returned. */
  watchCounts: ({ customerId, ...options }: StreamOptions & OfCustomer = {}) =>
    watchOrderCounts(streams, customerId ?? null, options),
});
