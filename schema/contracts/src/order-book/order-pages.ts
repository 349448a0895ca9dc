import { z } from 'zod';
import { orderHealths } from '../domain/health.ts';
import { orderStatuses } from '../domain/statuses.ts';
import { fulfillmentPlans } from '../domain/steps.ts';
import { Attention, BookedOrder, Recorded } from './order-book.ts';

/** DEADLINE: those that await approval, soonest first, then the rest, newest first. */
export const orderSorts = ['NEWEST', 'OLDEST', 'TOTAL_HIGH', 'TOTAL_LOW', 'RECENTLY_UPDATED', 'DEADLINE'] as const;
export type OrderSort = (typeof orderSorts)[number];

/** Which orders. Totals are inclusive minor units of `currencyCode`; times are RFC 3339, from inclusive, to exclusive. */
export const OrderFilter = z.strictObject({
  status: z.array(z.enum(orderStatuses)).optional(),
  customerId: z.string().optional(),
  currencyCode: z.string().optional(),
  minTotalMinor: z.int().optional(),
  maxTotalMinor: z.int().optional(),
  createdFrom: z.iso.datetime().optional(),
  createdTo: z.iso.datetime().optional(),
  needsAttention: z.boolean().optional(),
  /** As recorded in the book: by the state, and by the attention that was reported since. */
  health: z.array(z.enum(orderHealths)).optional(),
  /** The beginning of the order's id, taken literally. */
  idPrefix: z.string().min(4).optional(),
  sku: z.string().optional(),
  updatedFrom: z.iso.datetime().optional(),
  updatedTo: z.iso.datetime().optional(),
  plan: z.enum(fulfillmentPlans).optional(),
});
export type OrderFilter = z.infer<typeof OrderFilter>;

/** `POST /orders/page`: forwards from `after` by `first`, or backwards from `before` by `last`. */
export const PageRequest = z.strictObject({
  filter: OrderFilter.default({}),
  orderBy: z.enum(orderSorts).default('NEWEST'),
  first: z.int().min(1).max(100).optional(),
  after: z.string().optional(),
  last: z.int().min(1).max(100).optional(),
  before: z.string().optional(),
  countTotal: z.boolean().default(false),
});
export type PageRequest = z.input<typeof PageRequest>;

export const OrderPage = z.object({
  edges: z.array(z.object({ cursor: z.string(), booked: BookedOrder })),
  hasNextPage: z.boolean(),
  hasPreviousPage: z.boolean(),
  totalCount: z.int().nullable(),
  /** The position of the change feed when this page was read. */
  changesCursor: z.string(),
});
export type OrderPage = z.infer<typeof OrderPage>;

/** `POST /orders/by-ids`: up to 100 orders; unknown ones are omitted. */
export const ByIdsRequest = z.strictObject({ ids: z.array(z.string()).max(100) });
export const BookedOrders = z.object({ orders: z.array(BookedOrder) });

/**
 * `GET /changes?after=&waitMs=`: a long poll. Without `after` it returns the current position of the feed at once. A page
 * has an order once, in its current state; `previous…` are its values before the first of its changes in this page, null
 * for a new order.
 */
export const ChangePage = z.object({
  changes: z.array(
    z.object({
      cursor: z.string(),
      booked: BookedOrder,
      previousStatus: z.enum(orderStatuses).nullable(),
      previousTotal: z.object({ amountMinor: z.int(), currencyCode: z.string() }).nullable(),
      previousAttention: Attention,
      health: z.enum(orderHealths),
      previousHealth: z.enum(orderHealths).nullable(),
    }),
  ),
  /** The cursor for the next request. */
  cursor: z.string(),
});
export type ChangePage = z.infer<typeof ChangePage>;

/** `GET /open-orders?after=&first=`: the recorded positions of the orders that are open in the book, by order id. */
export const OpenOrdersPage = z.object({
  orders: z.array(Recorded.extend({ orderId: z.string(), attention: Attention })),
  hasMore: z.boolean(),
});
export type OpenOrdersPage = z.infer<typeof OpenOrdersPage>;
