import { z } from 'zod';
import { limits } from '../domain/limits.ts';
import { Line, OrderId } from '../order/order.ts';
import { Money } from '../values/money.ts';
import { ChaosSubject } from './chaos.ts';
import { UndoEffect } from './undo.ts';

/** All lines of an order that name the same product are one stock line. */
const StockLine = z.strictObject({
  sku: Line,
  quantity: z
    .int()
    .min(1)
    .max(limits.quantity * limits.items),
});
const StockLines = z.array(StockLine).min(1).max(limits.items);

/** Reserves `lines` for an order, all or none. `change` numbers the requests of one order as in `AuthorizeRequest`. */
export const ReserveRequest = z.strictObject({
  orderId: OrderId,
  lines: StockLines,
  change: z.int().nonnegative().default(0),
});
export type ReserveRequest = z.input<typeof ReserveRequest>;

export const Reservation = z.object({
  reservationId: z.string().nullable(),
  orderId: OrderId,
  status: z.enum(['RESERVED', 'RELEASED', 'CLOSED']),
  lines: z.array(StockLine),
});
export type Reservation = z.infer<typeof Reservation>;

export const ReleaseStockRequest = z.strictObject({ orderId: OrderId });
export type ReleaseStockRequest = z.infer<typeof ReleaseStockRequest>;
export const StockReleased = z.object({ reservation: Reservation, effect: UndoEffect });
export type StockReleased = z.infer<typeof StockReleased>;

/** Checks the stock without reserving. `orderId` only names the owner of the call. */
export const CheckRequest = z.strictObject({ orderId: ChaosSubject.optional(), lines: StockLines });
export type CheckRequest = z.infer<typeof CheckRequest>;
export const StockCheck = z.object({
  lines: z.array(z.object({ sku: z.string(), requested: z.int(), available: z.int(), sufficient: z.boolean() })),
});
export type StockCheck = z.infer<typeof StockCheck>;

/** A product of the catalogue. `prices` holds one price a currency, in minor units. */
export const Product = z.object({
  sku: z.string(),
  name: z.string(),
  prices: z.array(Money).min(1),
  available: z.int(),
});
export type Product = z.infer<typeof Product>;
export const Catalogue = z.object({ products: z.array(Product) });
export type Catalogue = z.infer<typeof Catalogue>;

export const RestockRequest = z.strictObject({ sku: Line, quantity: z.int().min(1).max(1_000_000) });
export type RestockRequest = z.infer<typeof RestockRequest>;
