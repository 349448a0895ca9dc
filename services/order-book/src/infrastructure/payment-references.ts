import type { Db } from '@waybill/platform';
import { eq, sql } from 'drizzle-orm';
import { paymentReferences } from './tables.ts';

type Claim = { reference: string; orderId: string; recorded: boolean };

/** An order that was about to be placed is in the book long before, or was never started. */
const heldForMs = 3_600_000;

/**
 * Holds a payment reference for an order. Returns the order that holds it. A claim writes its row, so that of two at the same
 * time the second sees what the first has written.
 */
export async function claimReference(db: Db, { reference, orderId, recorded }: Claim, now: Date): Promise<string> {
  const { reference: key, orderId: holder, recorded: isRecorded, claimedAt } = paymentReferences;
  const abandonedSince = new Date(now.getTime() - heldForMs);
  const [claimed] = await db
    .insert(paymentReferences)
    .values({ reference, orderId, recorded, claimedAt: now })
    .onConflictDoUpdate({
      target: key,
      set: { orderId, recorded: sql`${isRecorded} or ${recorded}`, claimedAt: now },
      setWhere: sql`${holder} = ${orderId} or not ${isRecorded} and ${claimedAt} < ${abandonedSince.toISOString()}::timestamptz`,
    })
    .returning({ orderId: holder });
  if (claimed) return claimed.orderId;
  const [held] = await db.select({ orderId: holder }).from(paymentReferences).where(eq(key, reference));
  if (!held) throw new Error('A payment reference that is held has no holder');
  return held.orderId;
}
