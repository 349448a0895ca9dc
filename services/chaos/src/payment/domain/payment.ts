import type { AuthorizeRequest, CaptureRequest, RefundRequest, UndoEffect } from '@waybill/contracts';
import type { Money, PaymentStatus } from '@waybill/contracts/domain';
import { Refusal } from '../../calls/refusal.ts';

/** An order has exactly one payment. `undone`: it was compensated, and nothing new may start. */
export type Payment = Readonly<{
  orderId: string;
  authorizationId: string | null;
  status: PaymentStatus;
  authorized: Money | null;
  captured: Money | null;
  refunded: Money | null;
  /** The newest accepted change of the amount. */
  change: number;
  undone: boolean;
  /** How often this payment was written. */
  version: number;
}>;

export type Entry = {
  kind: 'HELD' | 'MOVED' | 'CAPTURED' | 'RELEASED' | 'REFUNDED' | 'EXPIRED' | 'CLOSED';
  amount: Money | null;
  /** The idempotency key of the call that made it, if it must be known longer than the reply. */
  key?: string | undefined;
};

/** A payment after a decision. No entry: the decision changed nothing. */
export type Decision = { payment: Payment; entry: Entry | null };
export type Compensation = Decision & { effect: UndoEffect };
/** The key of a refund, and the amount refunded for it before. */
export type RefundCall = { key?: string | undefined; before?: Money | undefined };

const same = (payment: Payment): Decision => ({ payment, entry: null });

/** Holds the amount. A later change moves the hold; a late call changes nothing. */
export function authorize(known: Payment | undefined, request: AuthorizeRequest, newId: () => string): Decision {
  const { orderId, amount, change = 0 } = request;
  if (!known) {
    const payment = {
      ...nothing(orderId),
      authorizationId: newId(),
      status: 'AUTHORIZED',
      authorized: amount,
      change,
    } as const;
    return { payment, entry: { kind: 'HELD', amount } };
  }
  refuseWhenUndone(known);
  if (known.status === 'FAILED') throw expired(known);
  if (change <= known.change) return same(known);
  if (known.status === 'CAPTURED') throw new Refusal('ALREADY_CAPTURED', `The hold of ${orderId} has been captured`);
  refuseOtherCurrency(amount, known.authorized);
  return { payment: { ...known, authorized: amount, change }, entry: { kind: 'MOVED', amount } };
}

/** Charges the hold, once, and up to its amount. */
export function capture(known: Payment | undefined, { orderId, authorizationId, amount }: CaptureRequest): Decision {
  if (!known) throw unknownAuthorization(authorizationId);
  if (known.status === 'CAPTURED' && known.authorizationId === authorizationId) {
    throw new Refusal('ALREADY_CAPTURED', `The hold of ${orderId} has been captured`);
  }
  refuseWhenUndone(known);
  if (known.authorizationId !== authorizationId || !known.authorized) throw unknownAuthorization(authorizationId);
  if (known.status === 'FAILED') throw expired(known);
  refuseOtherCurrency(amount, known.authorized);
  if (amount.amountMinor > known.authorized.amountMinor) {
    throw new Refusal('CAPTURE_EXCEEDS_HOLD', `The hold of ${orderId} is smaller than what is to be captured`);
  }
  return { payment: { ...known, status: 'CAPTURED', captured: amount }, entry: { kind: 'CAPTURED', amount } };
}

/** Releases the hold. If there is none, none can be made afterwards. */
export function release(known: Payment | undefined, orderId: string): Compensation {
  if (known?.status !== 'AUTHORIZED') return closed(known, orderId);
  const payment = { ...known, status: 'RELEASED', undone: true } as const;
  return { payment, entry: { kind: 'RELEASED', amount: known.authorized }, effect: 'DONE' };
}

/**
 * Refunds what was captured, or a part of it: once per key, however late it is repeated. If nothing was captured,
 * nothing can be captured afterwards.
 */
export function refund(
  known: Payment | undefined,
  { orderId, amount }: RefundRequest,
  { key, before }: RefundCall = {},
): Compensation {
  if (known && before) return { ...same(known), effect: 'DONE' };
  if (known?.status === 'REFUNDED')
    throw new Refusal('ALREADY_REFUNDED', `The payment of ${orderId} has been refunded`);
  if (known?.status !== 'CAPTURED' || !known.captured) return closed(known, orderId);
  if (amount) refuseOtherCurrency(amount, known.captured);
  const { captured } = known;
  const refundedBefore = known.refunded?.amountMinor ?? 0;
  const left = captured.amountMinor - refundedBefore;
  const now = amount?.amountMinor ?? left;
  if (now > left)
    throw new Refusal('REFUND_EXCEEDS_CAPTURE', `The refund exceeds what is left of the payment of ${orderId}`);
  const inThatCurrency = (amountMinor: number): Money => ({ ...captured, amountMinor });
  const payment: Payment = {
    ...known,
    status: now === left ? 'REFUNDED' : 'CAPTURED',
    refunded: inThatCurrency(refundedBefore + now),
    undone: known.undone || now === left,
  };
  return { payment, entry: { kind: 'REFUNDED', amount: inThatCurrency(now), key }, effect: 'DONE' };
}

/** Expires a hold that was not captured in time. */
export function expire(known: Payment): Decision {
  if (known.status !== 'AUTHORIZED') return same(known);
  return { payment: { ...known, status: 'FAILED' }, entry: { kind: 'EXPIRED', amount: known.authorized } };
}

function closed(known: Payment | undefined, orderId: string): Compensation {
  const payment = known ?? { ...nothing(orderId), status: 'RELEASED' as const };
  if (payment.undone) return { payment, entry: null, effect: 'NOTHING_TO_DO' };
  return { payment: { ...payment, undone: true }, entry: { kind: 'CLOSED', amount: null }, effect: 'NOTHING_TO_DO' };
}

const nothing = (orderId: string): Payment => ({
  orderId,
  authorizationId: null,
  status: 'PENDING',
  authorized: null,
  captured: null,
  refunded: null,
  change: 0,
  undone: false,
  version: 0,
});

function refuseWhenUndone({ orderId, undone }: Payment): void {
  if (undone) throw new Refusal('ORDER_UNDONE', `The payment of ${orderId} was undone before`);
}

function refuseOtherCurrency(amount: Money, held: Money | null): void {
  if (held && amount.currencyCode !== held.currencyCode) {
    throw new Refusal('CURRENCY_MISMATCH', `The payment is in ${held.currencyCode}, not in ${amount.currencyCode}`);
  }
}

const expired = ({ orderId }: Payment) => new Refusal('AUTHORIZATION_EXPIRED', `The hold of ${orderId} has expired`);

const unknownAuthorization = (id: string) =>
  new Refusal('UNKNOWN_AUTHORIZATION', `There is no authorization ${id} for this order`);
