import { z } from 'zod';
import { attentions, orderHealths } from './domain/health.ts';
import { orderStatuses } from './domain/statuses.ts';
import { fulfillmentPlans } from './domain/steps.ts';
import { PaymentReference } from './order.ts';
import { JournalEntry, OrderState } from './order-state.ts';
import { wholeNumber } from './url-numbers.ts';

/** Why the order book says no. Anything else is a fault, and is asked again. */
export const orderBookRefusals = [
  /** The order id or the idempotency key is there already, under another fingerprint or for another order. */
  'IDEMPOTENCY_CONFLICT',
  /** The order was taken over from whoever writes it under a lower epoch. */
  'TAKEN_OVER',
  /** A newer state whose status does not follow, by however many arrows, from the one in the book. */
  'STATUS_UNREACHABLE',
  'ORDER_NOT_FOUND',
  'RUN_NOT_FOUND',
  /** A closed run takes refunds alone, each with the next revision: read it again. */
  'RUN_CLOSED',
  'INVALID_CURSOR',
  /** A cursor of the change feed from before a backup was restored: whoever follows must start over. */
  'FEED_RESTORED',
  'INVALID_REQUEST',
] as const;
export type OrderBookRefusal = (typeof orderBookRefusals)[number];

/**
 * `PUT /orders/:id`: the order as it stands, and journal entries; what the book knows already changes nothing. `epoch` is
 * a fencing token: once an order was taken over, whoever writes under a lower one is refused. `firm` is a write on which the
 * order waits: it is in the order's history, as one in passing may not be, and so it replaces what was written in passing.
 */
export const RecordRequest = z.object({
  order: OrderState,
  entries: z.array(JournalEntry).max(1000),
  fingerprint: z.string(),
  /** The id that the idempotency key stands for, where the order has another. */
  keyId: z.string().optional(),
  epoch: z.int().nonnegative().optional(),
  firm: z.boolean().optional(),
});
export type RecordRequest = z.infer<typeof RecordRequest>;

/** How far the book has come with an order: its newest revision, and the newest journal entry before which none is missing. */
export const Recorded = z.object({ revision: z.int(), seq: z.int() });
export type Recorded = z.infer<typeof Recorded>;

const Attention = z.enum(attentions).nullable();

/**
 * `PUT /orders/:id/attention`: that a person should look at the order, beyond an approval that is awaited, or that none
 * need any more. A newer state of the order takes it back, and a closed order needs nobody.
 */
export const AttentionRequest = z.strictObject({ attention: Attention });
export type AttentionRequest = z.infer<typeof AttentionRequest>;

/** Whom the order needs now. */
export const Attended = z.object({ attention: Attention });
export type Attended = z.infer<typeof Attended>;

/**
 * `GET /orders/:id`. `asOf` is when the book was last written for this order; `epoch`, where there is one, how often it
 * was taken over from whoever wrote it.
 */
export const BookedOrder = z.object({
  order: OrderState,
  attention: Attention,
  fingerprint: z.string(),
  epoch: z.int().positive().optional(),
  asOf: z.iso.datetime(),
});
export type BookedOrder = z.infer<typeof BookedOrder>;

/**
 * `PUT /orders/:id/epoch`: takes the order over from everyone who writes it under a lower epoch, and answers with the order
 * as they left it. Safe to repeat; refused where somebody holds a higher one.
 */
export const TakeOverRequest = z.strictObject({ epoch: z.int().positive() });
export type TakeOverRequest = z.infer<typeof TakeOverRequest>;

/** `GET /identities/:id`: the order that an order id, or the id that an idempotency key stands for, belongs to. */
export const Identity = z.object({ orderId: z.string(), fingerprint: z.string() });
export type Identity = z.infer<typeof Identity>;

/**
 * `POST /payment-references`: holds a payment reference for an order that is about to be placed. Whoever holds it answers; one that
 * was held for an order that never came into the book can be had by another after an hour.
 */
export const PaymentReferenceClaim = z.strictObject({
  reference: PaymentReference,
  orderId: z.string().min(1).max(200),
});
export type PaymentReferenceClaim = z.infer<typeof PaymentReferenceClaim>;

export const PaymentReferenceHolder = z.object({ orderId: z.string() });
export type PaymentReferenceHolder = z.infer<typeof PaymentReferenceHolder>;

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
  /** As far as the book was told: by the state, and by the attention that was reported since. */
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
  /** Where the change feed stood when this page was read. */
  changesCursor: z.string(),
});
export type OrderPage = z.infer<typeof OrderPage>;

/** `POST /orders/by-ids`: those of up to 100 orders that the book has. */
export const ByIdsRequest = z.strictObject({ ids: z.array(z.string()).max(100) });
export const BookedOrders = z.object({ orders: z.array(BookedOrder) });

/**
 * `GET /orders/:id/journal`: forwards from `after` by `first`, or backwards from `before` by `last`; both are sequence
 * numbers, exclusive.
 */
export const JournalQuery = z.strictObject({
  after: wholeNumber(0).optional(),
  first: wholeNumber(1, 1000).optional(),
  before: wholeNumber(1).optional(),
  last: wholeNumber(1, 1000).optional(),
});
export type JournalQuery = z.output<typeof JournalQuery>;

/** Oldest first, without a gap. `hasMore`: there are newer entries than these; `hasEarlier`: there are older ones. */
export const JournalPage = z.object({ entries: z.array(JournalEntry), hasMore: z.boolean(), hasEarlier: z.boolean() });
export type JournalPage = z.infer<typeof JournalPage>;

/**
 * `GET /changes?after=&waitMs=`: a long poll. Without `after` it answers at once with where the feed stands. An order
 * comes once a page, as it is now; `previous…` is how it was before the first of its changes after `after` that the page
 * covers, null for an order that was not there.
 */
export const ChangePage = z.object({
  changes: z.array(
    z.object({
      cursor: z.string(),
      booked: BookedOrder,
      previousStatus: z.enum(orderStatuses).nullable(),
      previousTotal: z.object({ amountMinor: z.int(), currencyCode: z.string() }).nullable(),
      previousAttention: Attention,
    }),
  ),
  /** What to ask for next. */
  cursor: z.string(),
});
export type ChangePage = z.infer<typeof ChangePage>;

/** `GET /open-orders?after=&first=`: how far the book is with the orders that it holds to be open, by order id. */
export const OpenOrdersPage = z.object({
  orders: z.array(Recorded.extend({ orderId: z.string(), attention: Attention })),
  hasMore: z.boolean(),
});
export type OpenOrdersPage = z.infer<typeof OpenOrdersPage>;

/** `POST /sweep` of each service: forgets what is old enough. Journals, ids and effects stay for ever. */
export const Swept = z.object({ swept: z.literal(true) });
