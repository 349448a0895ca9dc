import type { Unbalanced } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { count, eq } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { runs } from './run-tables.ts';
import { orders } from './tables.ts';

const idsAtMost = 100;

/** The closed orders and payments whose effects do not match their final state; a partial index has only these. */
export async function readUnbalanced(db: Db): Promise<Unbalanced> {
  const all = unionAll(
    db.select({ id: orders.orderId }).from(orders).where(eq(orders.attention, 'UNBALANCED')),
    db.select({ id: runs.runId }).from(runs).where(eq(runs.attention, 'UNBALANCED')),
  ).as('unbalanced');
  const first = await db.select({ id: all.id }).from(all).orderBy(all.id).limit(idsAtMost);
  if (first.length < idsAtMost) return { ids: first.map(({ id }) => id), count: first.length };
  const [counted] = await db.select({ count: count() }).from(all);
  return { ids: first.map(({ id }) => id), count: counted?.count ?? idsAtMost };
}
