import type { Money } from '@waybill/contracts/words';
import { bigserial, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core';
import { chaosSchema } from '../../calls/tables.ts';
import type { Line, Reservation } from '../domain/rules.ts';

export const products = chaosSchema.table('products', {
  sku: text().primaryKey(),
  name: text().notNull(),
  prices: jsonb().$type<Money[]>().notNull(),
  /** What was there at the beginning, and all that was added since. */
  supplied: integer().notNull(),
  available: integer().notNull(),
});

export const reservations = chaosSchema.table('reservations', {
  orderId: text('order_id').primaryKey(),
  reservationId: text('reservation_id').unique(),
  status: text().$type<Reservation['status']>().notNull(),
  lines: jsonb().$type<Line[]>().notNull(),
  change: integer().notNull(),
  version: integer().notNull(),
});

/** Every movement of stock, once, for the audit. Positive: left the shelf for an order. */
export const stockMovements = chaosSchema.table('stock_movements', {
  seq: bigserial({ mode: 'number' }).primaryKey(),
  orderId: text('order_id'),
  sku: text().notNull(),
  quantity: integer().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
