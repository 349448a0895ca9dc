import type { Address, Money, OrderItem } from './order.ts';
import type { FulfillmentPlan, Patience, PatientStep } from './steps.ts';

/** All that `fulfillOrder` is given: an order whose prices, total and ids are settled. */
export type PlacedOrder = {
  orderId: string;
  customerId: string;
  customerEmail: string;
  items: OrderItem[];
  total: Money;
  shippingAddress: Address;
  requiresApproval: boolean;
  /** How long a person may take, in milliseconds. */
  approvalTimeoutMs: number;
  /** Approve without a person after this many milliseconds. */
  autoApproveAfterMs: number | null;
  plan: FulfillmentPlan;
  /** The shop's own id of the payment: no other order may have it. */
  paymentReference?: string;
  /** RFC 3339. */
  placedAt: string;
  placedBy: string;
  correlationId: string;
  /** Digest of what the customer asked for: the same order id with another digest is a conflict. */
  fingerprint: string;
  /** The id that the idempotency key stands for, where the order came with a key and an id of its own. */
  keyId?: string;
  /** Departures from the usual limits; a deployment's settings come this way. */
  limits?: Partial<OrderLimits>;
  /** Departures from the table of patience, by step; a deployment's settings come this way. */
  patience?: Partial<Record<PatientStep, Partial<Patience>>>;
  /** How long all of it may take, where that is not as usual. */
  limitMs?: number;
  /** The task queue of its shipment, where that is not as usual. */
  shippingQueue?: string;
};

/**
 * How many items and commands an order may have, and how long its history may grow before it is ended and compensated.
 */
export type OrderLimits = { items: number; commands: number; commandsKeptForStaff: number; historyEvents: number };
