import type { Product } from '@waybill/contracts';
import { type SQL, sql } from 'drizzle-orm';
import type { Reservation, StockChange } from '../domain/reservation.ts';

export const findReservation = `
  select order_id as "orderId", reservation_id as "reservationId", status, lines, change, version
  from chaos.reservations where order_id = $1`;

/** Writes no row when the reservation has been written since it was found. */
export const keepReservation = ({ orderId, reservationId, status, lines, change, version }: Reservation): SQL => sql`
  insert into chaos.reservations (order_id, reservation_id, status, lines, change, version)
  values (${orderId}, ${reservationId}, ${status}, ${JSON.stringify(lines)}, ${change}, ${version}::integer + 1)
  on conflict (order_id) do update set (reservation_id, status, lines, change, version)
  = (excluded.reservation_id, excluded.status, excluded.lines, excluded.change, excluded.version)
  where reservations.version = ${version}::integer
  returning version`;

export const countByStatus = 'select status, count(*)::int as count from chaos.reservations group by status';

const asProduct = 'select sku, name, prices, available from chaos.products';

export const catalogue = `${asProduct} order by sku`;

export const product = `${asProduct} where sku = $1`;

export const available = 'select sku, available from chaos.products where sku = any($1)';

/** Two arrays, one parameter each. */
const unnested = (taken: StockChange): SQL =>
  sql`unnest(${sql.param([...taken.keys()])}::text[], ${sql.param([...taken.values()])}::integer[]) as taken (sku, quantity)`;

/** Every movement of stock, once, for the audit. Positive: taken for an order. */
export const move = (orderId: string, taken: StockChange): SQL => sql`
  insert into chaos.stock_movements (order_id, sku, quantity)
  select ${orderId}, sku, quantity from ${unnested(taken)} returning seq`;

/** All calls lock products in the same order; a stock that has become too short violates its check. */
export const take = (taken: StockChange): SQL => sql`
  update chaos.products set available = products.available - locked.quantity
  from (select product.sku, taken.quantity from chaos.products as product
    join ${unnested(taken)} using (sku)
    order by product.sku for update of product) as locked
  where products.sku = locked.sku returning products.sku`;

/** Writes no row when the stock has changed since it was found. */
export const restock = ({ sku, available }: Product, quantity: number): SQL => sql`
  update chaos.products set supplied = supplied + ${quantity}, available = available + ${quantity}
  where sku = ${sku} and available = ${available} returning sku`;
