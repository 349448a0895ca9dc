import type { Db } from '@waybill/platform';
import { eq, getTableName, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/** The row of an order or a run, locked until this transaction ends. Undefined for a new one. */
export async function heldRow<T extends PgTable>(
  tx: Db,
  table: T,
  idColumn: PgColumn,
  id: string,
): Promise<T['$inferSelect'] | undefined> {
  const held = () =>
    tx
      .select()
      .from(table as PgTable)
      .where(eq(idColumn, id))
      .for('update') as unknown as Promise<T['$inferSelect'][]>;
  const [row] = await held();
  if (row) return row;
  // An advisory lock, because a new order has no row to lock; another writer may have inserted one by now.
  const lock = `order_book.${getTableName(table)}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${lock}), hashtext(${id}))`);
  const [made] = await held();
  return made;
}
