import { z } from 'zod';
import { OrderId } from '../order/order.ts';
import { RunId } from '../run/runs.ts';

const Minor = z.int();

/** `GET /audit`: the providers' books, recomputed from every effect. */
export const Audit = z.object({
  /** Whether no rule is broken. */
  balanced: z.boolean(),
  orders: z.int(),
  money: z.array(
    z.object({
      currencyCode: z.string(),
      openHoldsMinor: Minor,
      capturedMinor: Minor,
      refundedMinor: Minor,
      /** Captured and not refunded. */
      keptMinor: Minor,
    }),
  ),
  stock: z.array(
    z.object({
      sku: z.string(),
      supplied: z.int(),
      available: z.int(),
      /** Held for orders that have not been handed to the carrier. */
      reserved: z.int(),
      shipped: z.int(),
    }),
  ),
  /** The number of violations, of which `violations` has the first of each rule. */
  violationCount: z.int(),
  violations: z.array(
    z.object({
      code: z.string(),
      rule: z.string(),
      /** The order or run, or the product, that breaks it. */
      subject: z.string(),
      subjectKind: z.enum(['ORDER', 'PRODUCT']),
    }),
  ),
});
export type Audit = z.infer<typeof Audit>;

/** `POST /audit/orders/by-ids`: the same for up to 100 orders and payments. */
export const AuditedOrdersRequest = z.strictObject({ ids: z.array(OrderId.or(RunId)).max(100) });

/** `GET /audit/orders?after=&first=`: every order with all effects that the providers had for it, in order. */
export const AuditedOrders = z.object({
  orders: z.array(
    z.object({
      orderId: z.string(),
      currencyCode: z.string().nullable(),
      openHoldMinor: Minor,
      capturedMinor: Minor,
      refundedMinor: Minor,
      keptMinor: Minor,
      /** How many units are out of stock for the order. */
      keptUnits: z.int(),
      /** `PAYMENT HELD`, `STOCK TAKEN`, `SHIPMENT DISPATCHED`, `STOCK RETURNED`, `PAYMENT REFUNDED` … */
      effects: z.array(z.string()),
    }),
  ),
});
export type AuditedOrders = z.infer<typeof AuditedOrders>;
