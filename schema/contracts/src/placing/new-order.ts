import type { Address, OrderItem } from '../domain/order.ts';
import type { FulfillmentPlan } from '../domain/steps.ts';

type Given<T> = T | null | undefined;

/** A line of an order as somebody asks for it: the price is a decimal, and the catalogue's where none is given. */
export type ItemRequest = { sku: string; quantity: number; price?: Given<string> };

export type AddressRequest = {
  street: string;
  city: string;
  state?: Given<string>;
  zip?: Given<string>;
  country: string;
};

/** An order as somebody asks for it, before its validation. Amounts are decimals, times ISO 8601 durations. */
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

/** An order whose every field has passed the validation. Whoever places it adds its id, clock and correlation. */
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
