import type { PaymentRecord } from '@waybill/contracts';
import type { Compensation, Decision, Payment } from '../domain/payment.ts';
import type { Payments } from '../domain/payments.ts';

export type PaymentDeps = { payments: Payments; newId: () => string };

/** Writes the decision, if it changes something. */
export function apply<D extends Decision>(payments: Payments, decision: D): D {
  if (decision.entry) payments.keep(decision.payment, decision.entry);
  return decision;
}

export const compensated = ({ payment, effect }: Compensation) => ({ payment: recordOf(payment), effect });

export const recordOf = ({
  orderId,
  authorizationId,
  status,
  authorized,
  captured,
  refunded,
}: Payment): PaymentRecord => ({
  orderId,
  authorizationId,
  status,
  authorized,
  captured,
  refunded,
});
