import type { Identity, UndoneEffects } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { and, eq } from 'drizzle-orm';
import { heldRow } from './row-lock.ts';
import { storable } from './storable.ts';
import { events, orders } from './tables.ts';

const type = 'EFFECTS_UNDONE';

/** The first and only entry of an id that has no order. False where an order has it. */
export async function keepUndone(tx: Db, id: string, undone: UndoneEffects, at: Date): Promise<boolean> {
  if (await heldRow(tx, orders, orders.orderId, id)) return false;
  const { actor, differences } = storable(undone);
  const entry = { id, seq: 1, type, step: null, payload: { differences }, at, actor, firm: true };
  await tx.insert(events).values(entry).onConflictDoNothing();
  return true;
}

/** An id whose effects were undone can never be used again: no content has this fingerprint. */
export async function undoneIdentity(db: Db, id: string): Promise<Identity | undefined> {
  const [found] = await db
    .select({ orderId: events.id })
    .from(events)
    .where(and(eq(events.id, id), eq(events.seq, 1), eq(events.type, type)));
  return found && { ...found, fingerprint: 'undone' };
}
