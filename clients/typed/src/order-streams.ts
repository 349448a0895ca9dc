import {
  ChangesCursorDocument,
  OrderChangedDocument,
  type OrderChangedSubscription,
  type OrderDetailsFragment,
  OrderEventsDocument,
  type OrderEventsSubscription,
  type OrderFilter,
  OrdersChangedDocument,
  type OrdersChangedSubscription,
} from './generated/graphql.ts';
import { createLatest, createQueue } from './mailbox.ts';
import type { Stream } from './stream.ts';
import { type StreamOptions, type Streams, unreadItems } from './streams.ts';

export type OrderEvent = OrderEventsSubscription['orderEvents'];
export type OrdersChange = OrdersChangedSubscription['ordersChanged'];

/** The order as it is, then after every change, never an older one; ends when the order is done. A slow reader gets the newest. */
export function watchOrder(streams: Streams, id: string, options: StreamOptions): Stream<OrderDetailsFragment> {
  let shown = -1;
  const mailbox = createLatest<OrderDetailsFragment>();
  const operation = { query: OrderChangedDocument, variables: () => ({ id }) };
  return streams.open({
    ...{ mailbox, options },
    attempt: streams.subscription<OrderChangedSubscription>(operation),
    deliver: ({ orderChanged: order }) => {
      if (order.revision < shown && !order.closedAt) return true; // another gateway may be a moment behind, but not with an end
      shown = order.revision;
      return mailbox.put(order);
    },
  });
}

/** Every entry of its journal after the cursor, once and in order; ends when the order is done. */
export function orderEvents(
  streams: Streams,
  id: string,
  { after = null, ...options }: StreamOptions & { after?: string | null },
): Stream<OrderEvent> {
  let cursor = after;
  const mailbox = createQueue<OrderEvent>(unreadItems);
  const operation = { query: OrderEventsDocument, variables: () => ({ id, after: cursor }) };
  return streams.open({
    ...{ mailbox, options },
    attempt: streams.subscription<OrderEventsSubscription>(operation),
    deliver: ({ orderEvents: entry }) => {
      const taken = mailbox.put(entry);
      if (taken) cursor = entry.cursor;
      return taken;
    },
  });
}

/**
 * Every change among the orders after the cursor. Without one it begins where the lists stand now, and asks where that is:
 * "from now on" said twice, before and after a cut, would leave out what happened in between.
 */
export function orderChanges(
  streams: Streams,
  filter: OrderFilter | null,
  { after = null, ...options }: StreamOptions & { after?: string | null },
): Stream<OrdersChange> {
  let cursor = after;
  const mailbox = createQueue<OrdersChange>(unreadItems);
  const operation = { query: OrdersChangedDocument, variables: () => ({ filter, after: cursor }) };
  const subscribe = streams.subscription<OrdersChangedSubscription>(operation);
  return streams.open({
    ...{ mailbox, options },
    attempt: async (deliver: (data: OrdersChangedSubscription) => void, signal) => {
      cursor ??= (await streams.request(ChangesCursorDocument, {}, { signal })).orders.changesCursor;
      return subscribe(deliver, signal);
    },
    deliver: ({ ordersChanged: change }) => {
      const taken = mailbox.put(change);
      if (taken) cursor = change.cursor;
      return taken;
    },
  });
}
