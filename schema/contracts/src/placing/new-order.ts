import type { Address, OrderItem } from '../domain/order.ts';
import type { FulfillmentPlan } from '../domain/steps.ts';

type Given<T> = T | null | undefined;

/** A line of a requested order: the price is a decimal, and defaults to the catalogue's. */
export type ItemRequest = { sku: string; quantity: number; price?: Given<string> };

export type AddressRequest = {
  street: string;
  city: string;
  state?: Given<string>;
  zip?: Given<string>;
  country: string;
};

/** A requested order before its validation. Amounts are decimals, times are ISO 8601 durations. */
export type OrderRequest = {
  orderId?: Given<string>;
  idempotencyKey?: Given<string>;
  customerId: string;
  customerEmail: string;
  items: readonly ItemRequest[];
  currencyCode?: Given<string>;
  totalAmount?: Given<string>;
  shippingAddress: AddressRequest;
  requiresApproval?: Given<boolean>;
  approvalTimeout?: Given<string>;
  autoApproveAfter?: Given<string>;
  plan?: Given<FulfillmentPlan>;
  paymentReference?: Given<string>;
};

/** A validated order. The caller adds id, time and correlation id. */
export type NewOrder = {
  orderId: string | null;
  idempotencyKey: string | null;
  customerId: string;
  customerEmail: string;
  items: OrderItem[];
  currencyCode: string;
  shippingAddress: Address;
  requiresApproval: boolean;
  approvalTimeoutMs: number;
  autoApproveAfterMs: number | null;
  plan: FulfillmentPlan;
  paymentReference: string | null;
};
