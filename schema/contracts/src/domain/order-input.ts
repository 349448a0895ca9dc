import type { Address, Money, OrderItem } from './order.ts';
import type { FulfillmentPlan, Patience, PatientStep } from './steps.ts';

/** The input of `fulfillOrder`: an order whose prices, total and ids are final. */
export type PlacedOrder = {
  orderId: string;
  customerId: string;
  customerEmail: string;
  items: OrderItem[];
  total: Money;
  shippingAddress: Address;
  requiresApproval: boolean;
  /** The time allowed for the approval, in milliseconds. */
  approvalTimeoutMs: number;
  /** Approve automatically after this many milliseconds. */
  autoApproveAfterMs: number | null;
  plan: FulfillmentPlan;
  /** The shop's own id of the payment: no other order may have it. */
  paymentReference?: string;
  /** RFC 3339. */
  placedAt: string;
  placedBy: string;
  correlationId: string;
  /** Digest of the request: the same order id with a different digest is a conflict. */
  fingerprint: string;
  /** The id derived from the idempotency key, if the order came with a key and an id of its own. */
  keyId?: string;
  /** Limits that differ from the defaults: a deployment's settings. */
  limits?: Partial<OrderLimits>;
  /** Retry policies that differ from the defaults, by step: a deployment's settings. */
  patience?: Partial<Record<PatientStep, Partial<Patience>>>;
  /** The time limit of the whole order, if it differs from the default. */
  limitMs?: number;
  /** The task queue of its shipment, if it differs from the default. */
  shippingQueue?: string;
};

/**
 * How many items and commands an order may have, and how long its history may grow before it is ended and compensated.
 */
export type OrderLimits = { items: number; commands: number; commandsKeptForStaff: number; historyEvents: number };
