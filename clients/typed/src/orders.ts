import { TimedOut, Unreached } from './errors.ts';
import {
  AddOrderItemDocument,
  type AddOrderItemInput,
  ApproveOrderDocument,
  CancelOrderDocument,
  ChangeShippingAddressDocument,
  type ChangeShippingAddressInput,
  CountOrdersDocument,
  type OrderDetailsFragment,
  OrderDocument,
  type OrderFilter,
  type OrderSort,
  type OrderStatus,
  OrdersDocument,
  type OrdersQuery,
  type OrdersQueryVariables,
  PlaceOrderDocument,
  type PlaceOrderInput,
  RejectOrderDocument,
} from './generated/graphql.ts';
import { orderChanges, orderEvents, watchOrder } from './order-streams.ts';
import type { Request, RequestOptions } from './request.ts';
import type { StreamOptions, Streams } from './streams.ts';

/** The same `commandId` again has no further effect. */
export type CommandOptions = RequestOptions & { commandId?: string };
export type OrdersPage = OrdersQuery['orders'];
type From = StreamOptions & { after?: string | null };
type Listing = StreamOptions & { orderBy?: OrderSort; pageSize?: number };

/** Commands return a union: the order after it, or why it was refused. `orThrow` makes an exception of a refusal. */
export const createOrders = (request: Request, streams: Streams) => ({
  place: async (input: PlaceOrderInput, options?: RequestOptions) =>
    (await request(PlaceOrderDocument, { input }, options)).placeOrder,
  approve: async (orderId: string, { note, ...given }: CommandOptions & { note?: string } = {}) => {
    const { commandId, ...options } = given;
    return (await request(ApproveOrderDocument, { input: { orderId, note, commandId } }, options)).approveOrder;
  },
  reject: async (orderId: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
    (await request(RejectOrderDocument, { input: { orderId, reason, commandId } }, options)).rejectOrder,
  cancel: async (orderId: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
    (await request(CancelOrderDocument, { input: { orderId, reason, commandId } }, options)).cancelOrder,
  addItem: async (orderId: string, item: AddOrderItemInput['item'], { commandId, ...options }: CommandOptions = {}) =>
    (await request(AddOrderItemDocument, { input: { orderId, item, commandId } }, options)).addOrderItem,
  changeAddress: async (
    orderId: string,
    address: ChangeShippingAddressInput['address'],
    { commandId, ...options }: CommandOptions = {},
  ) =>
    (await request(ChangeShippingAddressDocument, { input: { orderId, address, commandId } }, options))
      .changeShippingAddress,

  /** Undefined where there is none that the viewer may see. */
  get: async (id: string, options?: RequestOptions) =>
    (await request(OrderDocument, { id }, options)).order ?? undefined,
  count: async (filter: OrderFilter | null = null, options?: RequestOptions) =>
    (await request(CountOrdersDocument, { filter }, options)).orders.totalCount ?? 0,
  /** Page after page. */
  list: (filter: OrderFilter | null = null, options: Listing = {}) => pages(request, filter, options),

  watch: (id: string, options: StreamOptions = {}) => watchOrder(streams, id, options),
  /** The journal, each entry once and in order, from the beginning or after a cursor; ends when the order is done. */
  events: (id: string, options: From = {}) => orderEvents(streams, id, options),
  /** Every change of the orders that pass the filter, from now on or after a cursor; ends when it is returned. */
  changes: (filter: OrderFilter | null = null, options: From = {}) => orderChanges(streams, filter, options),
  /** The order once it has this status. Rejects with `Unreached` when it ends in another one, with `TimedOut` in time. */
  waitFor: (id: string, status: OrderStatus, options: StreamOptions & { timeoutMs?: number } = {}) =>
    waitFor(streams, id, status, options),
});

async function* pages(request: Request, filter: OrderFilter | null, { orderBy, pageSize, signal }: Listing) {
  let after: string | null | undefined;
  for (;;) {
    const variables: OrdersQueryVariables = { filter, orderBy, first: pageSize, after };
    const { orders }: OrdersQuery = await request(OrdersDocument, variables, signal ? { signal } : {});
    yield orders satisfies OrdersPage;
    after = orders.pageInfo.endCursor;
    if (!orders.pageInfo.hasNextPage || !after) return;
  }
}

async function waitFor(
  streams: Streams,
  id: string,
  status: OrderStatus,
  { timeoutMs, signal }: StreamOptions & { timeoutMs?: number },
): Promise<OrderDetailsFragment> {
  const late = new AbortController();
  const leave = () => late.abort(signal?.reason);
  signal?.addEventListener('abort', leave);
  if (signal?.aborted) leave();
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => late.abort(new TimedOut(id, status)), timeoutMs);
  let last: OrderDetailsFragment | undefined;
  try {
    for await (const order of watchOrder(streams, id, { signal: late.signal })) {
      if (order.status === status) return order;
      last = order;
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
  throw new Unreached(id, status, last);
}
