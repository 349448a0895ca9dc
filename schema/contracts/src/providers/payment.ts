import { z } from 'zod';
import { limits } from '../domain/limits.ts';
import { paymentStatuses } from '../domain/statuses.ts';
import { Line, OrderId } from '../order/order.ts';
import { RunIdOf } from '../run/runs.ts';
import { Money } from '../values/money.ts';
import { UndoEffect } from './undo.ts';

/** The owner of a hold: an order, or a run of kind payment. */
const Payer = OrderId.or(RunIdOf('PAYMENT'));

/**
 * Holds `amount` for an order. `change` numbers the amounts of one order from 0: a later one moves the hold to its
 * amount; a late one (with a lower `change` than the newest) changes nothing.
 */
export const AuthorizeRequest = z.strictObject({
  orderId: Payer,
  customerId: Line,
  amount: Money,
  change: z.int().nonnegative().default(0),
});
export type AuthorizeRequest = z.input<typeof AuthorizeRequest>;

export const CaptureRequest = z.strictObject({ orderId: Payer, authorizationId: z.string().min(1), amount: Money });
export type CaptureRequest = z.infer<typeof CaptureRequest>;

export const ReleaseRequest = z.strictObject({ orderId: Payer });
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

/** Without an amount: all that was captured. */
export const RefundRequest = z.strictObject({ orderId: Payer, amount: Money.optional() });
export type RefundRequest = z.infer<typeof RefundRequest>;

/** An order's payment at the provider. `authorizationId` is null if a compensation came before any hold. */
export const PaymentRecord = z.object({
  orderId: Payer,
  authorizationId: z.string().nullable(),
  status: z.enum(paymentStatuses),
  authorized: Money.nullable(),
  captured: Money.nullable(),
  refunded: Money.nullable(),
});
export type PaymentRecord = z.infer<typeof PaymentRecord>;

export const Authorized = PaymentRecord.extend({ authorizationId: z.string() });
export type Authorized = z.infer<typeof Authorized>;
export const PaymentUndone = z.object({ payment: PaymentRecord, effect: UndoEffect });
export type PaymentUndone = z.infer<typeof PaymentUndone>;

/** Finds the refund that was made under an idempotency key. */
export const RefundQuery = z.object({ orderId: Payer, key: z.string().min(1).max(limits.idempotencyKey) });
export type RefundQuery = z.infer<typeof RefundQuery>;

export const Refund = z.object({ orderId: Payer, amount: Money });
export type Refund = z.infer<typeof Refund>;
