import { z } from 'zod';
import { effectDifferences } from '../domain/effects.ts';
import { attentions } from '../domain/health.ts';
import { PaymentReference } from '../order/order.ts';
import { JournalEntry, OrderState } from '../order/order-state.ts';
import { wholeNumber } from '../values/url-numbers.ts';

/** Why the order book refuses a request. Any other error is a fault, and is retried. */
export const orderBookRefusals = [
  /** The order id or the idempotency key exists already, with a different fingerprint or for another order. */
  'IDEMPOTENCY_CONFLICT',
  /** The order or run was taken over from writers with a lower epoch, or by a later execution. */
  'TAKEN_OVER',
  /** The status of the newer state cannot be reached from the one in the book. */
  'STATUS_UNREACHABLE',
  'ORDER_NOT_FOUND',
  'RUN_NOT_FOUND',
  /** A closed run accepts only refunds, each with the next revision: read it again. */
  'RUN_CLOSED',
  'INVALID_CURSOR',
  /** The cursor predates the restore of a backup: followers must start over. */
  'FEED_RESTORED',
  'INVALID_REQUEST',
] as const;
export type OrderBookRefusal = (typeof orderBookRefusals)[number];

/**
 * `PUT /orders/:id`: the order as it stands, and journal entries; what the book knows already changes nothing. `epoch` is
 * a fencing token: once an order was taken over, writes under a lower one are refused. `firm`: the order waits for the
 * write and its history records it, so it replaces what was written in passing.
 */
export const RecordRequest = z.object({
  order: OrderState,
  entries: z.array(JournalEntry).max(1000),
  fingerprint: z.string(),
  /** The id derived from the idempotency key, if the order has a different id. */
  keyId: z.string().optional(),
  epoch: z.int().nonnegative().optional(),
  firm: z.boolean().optional(),
});
export type RecordRequest = z.infer<typeof RecordRequest>;

/** How far the book has come with an order: its newest revision, and the newest journal entry before which none is missing. */
export const Recorded = z.object({ revision: z.int(), seq: z.int() });
export type Recorded = z.infer<typeof Recorded>;

/** The attention that an order needs, which its state does not show. */
export const Attention = z.enum(attentions).nullable();

/**
 * `PUT /orders/:id/attention`: sets whether the order is being retried, or needs a person for another reason than its approval;
 * null clears it. A newer state of the order clears it too, and a closed order needs none.
 */
export const AttentionRequest = z.strictObject({ attention: Attention });
export type AttentionRequest = z.infer<typeof AttentionRequest>;

/** The attention of the order now. */
export const Attended = z.object({ attention: Attention });
export type Attended = z.infer<typeof Attended>;

/**
 * `GET /orders/:id`. `asOf` is when the book was last written for this order; `epoch`, where there is one, how often it
 * was taken over.
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
 * `PUT /orders/:id/epoch`: takes the order over from all writers with a lower epoch, and returns the order as they
 * left it; `PUT /runs/:id/epoch` does so with a run. Safe to repeat; refused where a higher epoch is held.
 */
export const TakeOverRequest = z.strictObject({ epoch: z.int().positive() });
export type TakeOverRequest = z.infer<typeof TakeOverRequest>;

/**
 * `PUT /orders/:id/undone-effects`: journals that an operator has the effects of an order or run undone that the book does not know,
 * and takes its id for ever. Refused for an order that it knows; repeated, it changes nothing.
 */
export const UndoneEffects = z.strictObject({
  actor: z.string().min(1).max(200),
  differences: z.array(z.enum(effectDifferences)).max(effectDifferences.length),
});
export type UndoneEffects = z.infer<typeof UndoneEffects>;

/** The owner of the effects. */
export const EffectsOwner = z.object({ orderId: z.string() });
export type EffectsOwner = z.infer<typeof EffectsOwner>;

/** `GET /identities/:id`: resolves an order id, or the id derived from an idempotency key, to its order. */
export const Identity = z.object({ orderId: z.string(), fingerprint: z.string() });
export type Identity = z.infer<typeof Identity>;

const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * `POST /payment-references`: holds a payment reference for an order that is about to be placed, and returns the order that holds it.
 * A reference that is held for an order which never came into the book becomes free after an hour, and once no start of it can be under way
by whoever knows from the engine that `insteadOf` was not placed. Other content under the same id, by its fingerprint, is another claim.
 */
export const PaymentReferenceClaim = z.strictObject({
  reference: PaymentReference,
  orderId: z.string().min(1).max(200),
  insteadOf: z.string().min(1).max(200).exactOptional(),
  fingerprint: Fingerprint.exactOptional(),
});
export type PaymentReferenceClaim = z.infer<typeof PaymentReferenceClaim>;

/** `held`: it is held by this claim, which `claimedAt` names; otherwise by `orderId`, or by other content under the same id. */
export const PaymentReferenceHolder = z.object({ orderId: z.string(), claimedAt: z.iso.datetime(), held: z.boolean() });
export type PaymentReferenceHolder = z.infer<typeof PaymentReferenceHolder>;

/**
 * `POST /payment-references/abandoned`: the start that this claim was for has failed. A claim that was renewed stays as it is.
 * With a fingerprint: the id was started with other content, so this content is placed by no claim, and the reference is free.
 */
export const AbandonedClaim = z.strictObject({
  reference: PaymentReference,
  orderId: z.string().min(1).max(200),
  claimedAt: z.iso.datetime(),
  fingerprint: Fingerprint.exactOptional(),
});
export type AbandonedClaim = z.infer<typeof AbandonedClaim>;

export const ClaimAbandoned = z.object({ abandoned: z.boolean() });
export type ClaimAbandoned = z.infer<typeof ClaimAbandoned>;

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

/** `POST /sweep` of each service: deletes what is old enough. Journals, ids and effects are kept for ever. */
export const Swept = z.object({ swept: z.literal(true) });
