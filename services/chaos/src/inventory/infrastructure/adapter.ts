import type { Db } from '@waybill/platform';
import { count, eq, inArray, sql } from 'drizzle-orm';
import { Raced } from '../../calls/refusal.ts';
import type { Reservations, Stock } from '../domain/port.ts';
import { products, reservations, stockMovements } from './tables.ts';

export const reservationsIn = (db: Db): Reservations => ({
  find: async (orderId) => {
    const [reservation] = await db.select().from(reservations).where(eq(reservations.orderId, orderId));
    return reservation;
  },
  keep: async (reservation) => {
    const row = { ...reservation, version: reservation.version + 1 };
    const written = await db
      .insert(reservations)
      .values(row)
      .onConflictDoUpdate({
        target: reservations.orderId,
        set: row,
        setWhere: eq(reservations.version, reservation.version),
      })
      .returning({ version: reservations.version });
    if (written.length === 0) throw new Raced(`The reservation of ${reservation.orderId} has just changed`);
  },
  statistics: async () => {
    const counted = await db
      .select({ status: reservations.status, count: count() })
      .from(reservations)
      .groupBy(reservations.status);
    return Object.fromEntries(counted.map(({ status, count }) => [status, count]));
  },
});

const product = { sku: products.sku, name: products.name, prices: products.prices, available: products.available };

export function stockIn(db: Db): Stock {
  const amounts = (skus: readonly string[]) =>
    db
      .select({ sku: products.sku, available: products.available })
      .from(products)
      .where(inArray(products.sku, [...skus]))
      .orderBy(products.sku);
  const bySku = (rows: { sku: string; available: number }[]) => new Map(rows.map((row) => [row.sku, row.available]));

  return {
    catalogue: () => db.select(product).from(products).orderBy(products.sku),
    available: async (skus) => bySku(await amounts(skus)),
    lock: async (skus) => bySku(await amounts(skus).for('update')),
    take: async (orderId, taken) => {
      const rows = [...taken].map(([sku, quantity]) => ({ orderId, sku, quantity }));
      const moved = db
        .$with('moved')
        .as(
          db
            .insert(stockMovements)
            .values(rows)
            .returning({ sku: stockMovements.sku, quantity: stockMovements.quantity }),
        );
      await db
        .with(moved)
        .update(products)
        .set({ available: sql`${products.available} - ${moved.quantity}` })
        .from(moved)
        .where(eq(products.sku, moved.sku));
    },
    restock: async (sku, quantity) => {
      const [restocked] = await db
        .update(products)
        .set({ supplied: sql`${products.supplied} + ${quantity}`, available: sql`${products.available} + ${quantity}` })
        .where(eq(products.sku, sku))
        .returning(product);
      return restocked;
    },
  };
}
