import type { AbandonedClaim, PaymentReferenceClaim, PaymentReferenceHolder } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { and, eq, sql } from 'drizzle-orm';
import { paymentReferences } from './tables.ts';

type Claim = PaymentReferenceClaim & { recorded: boolean };

/** After this time the order is in the book, or its start has failed. */
const heldForMs = 3_600_000;
/** After this time a start has reached the engine, or has failed. */
const startingForMs = 15_000;

const { reference: key, orderId: holder, recorded: isRecorded, claimedAt, fingerprint: content } = paymentReferences;

/**
 * Holds a payment reference for an order. Returns the order that holds it. A claim writes its row, so that of two at the same
 * time the second sees what the first has written.
 */
export async function claimReference(db: Db, claim: Claim, now: Date): Promise<PaymentReferenceHolder> {
  const { reference, orderId, recorded, insteadOf = null, fingerprint = null } = claim;
  const before = (ms: number) => sql`${claimedAt} <= ${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  const held = { orderId: holder, claimedAt };
  const same = sql`${holder} = ${orderId} and (${recorded} or ${isRecorded} or ${content} is not distinct from ${fingerprint})`;
  const later = sql`greatest(${now.toISOString()}::timestamptz, ${claimedAt} + interval '1 millisecond')`;
  const [claimed] = await db
    .insert(paymentReferences)
    .values({ reference, orderId, recorded, fingerprint, claimedAt: now })
    .onConflictDoUpdate({
      target: key,
      set: { orderId, fingerprint, recorded: sql`${isRecorded} or ${recorded}`, claimedAt: later },
      setWhere: sql`${same} or not ${isRecorded} and (${before(heldForMs)} or ${holder} = ${insteadOf} and ${before(startingForMs)})`,
    })
    .returning(held);
  const [found] = claimed ? [claimed] : await db.select(held).from(paymentReferences).where(eq(key, reference));
  if (!found) throw new Error('The payment reference is held, but its holder is not in the table');
  return { orderId: found.orderId, claimedAt: found.claimedAt.toISOString(), held: claimed !== undefined };
}

/** Releases the claim of a start that is no longer running, or was refused for good. */
export async function abandonClaim(db: Db, claim: AbandonedClaim): Promise<boolean> {
  const { reference, orderId, fingerprint } = claim;
  const held = [eq(key, reference), eq(holder, orderId), eq(isRecorded, false)];
  const abandoned =
    fingerprint === undefined
      ? await db
          .update(paymentReferences)
          .set({ claimedAt: sql`${claimedAt} - make_interval(secs => ${startingForMs / 1_000})` })
          .where(and(...held, eq(claimedAt, new Date(claim.claimedAt))))
          .returning({ orderId: holder })
      : await db
          .delete(paymentReferences)
          .where(and(...held, eq(content, fingerprint)))
          .returning({ orderId: holder });
  return abandoned.length > 0;
}
