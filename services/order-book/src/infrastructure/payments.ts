import type { Money, Payment } from '@waybill/contracts/domain';
import type { Db } from '@waybill/platform';
import { and, eq } from 'drizzle-orm';
import { mayBecome } from '../domain/payment.ts';
import { anyOf } from './conditions.ts';
import { payments } from './tables.ts';

/** The owner of a payment: an order, or a run. */
type Holder = { orderId: string } | { runId: string };

/** A payment is inserted once, and then only moves forward. */
export async function keepPayment(
  tx: Db,
  holder: Holder,
  { id, status, authorized, captured, refunded }: Payment,
  wanted: Money,
  now: Date,
): Promise<void> {
  const row = {
    paymentId: id,
    ...holder,
    status,
    currencyCode: (authorized ?? wanted).currencyCode,
    amountMinor: (authorized ?? wanted).amountMinor,
    capturedMinor: captured?.amountMinor ?? null,
    refundedMinor: refunded?.amountMinor ?? null,
    writtenAt: now,
  };
  const added = await tx.insert(payments).values(row).onConflictDoNothing().returning({ id: payments.paymentId });
  if (added.length > 0) return;
  const isHolders = 'runId' in holder ? eq(payments.runId, holder.runId) : eq(payments.orderId, holder.orderId);
  await tx
    .update(payments)
    .set(row)
    .where(and(eq(payments.paymentId, id), isHolders, anyOf(payments.status, mayBecome(status))));
}
