export const findReservation = `
  select order_id as "orderId", reservation_id as "reservationId", status, lines, change, version
  from chaos.reservations where order_id = $1`;

/** Writes no row when the reservation is not the one that was found. */
export const keepReservation = `
  insert into chaos.reservations (order_id, reservation_id, status, lines, change, version)
  values ($1, $2, $3, $4, $5, $6::integer + 1)
  on conflict (order_id) do update set (reservation_id, status, lines, change, version)
  = ($2, $3, $4, $5, $6::integer + 1) where reservations.version = $6::integer
  returning version`;

export const countByStatus = 'select status, count(*)::int as count from chaos.reservations group by status';

const asProduct = 'select sku, name, prices, available from chaos.products';

export const catalogue = `${asProduct} order by sku`;

export const product = `${asProduct} where sku = $1`;

export const available = 'select sku, available from chaos.products where sku = any($1)';

/** Every movement of stock, once, for the audit. Positive: left the shelf for an order. */
export const move = `
  insert into chaos.stock_movements (order_id, sku, quantity) select $1, sku, quantity
  from unnest($2::text[], $3::integer[]) as taken (sku, quantity) returning seq`;

/** All who take lock the products in the same order; a shelf that has become too short is a violation of its check. */
export const take = `
  update chaos.products set available = products.available - locked.quantity
  from (select product.sku, taken.quantity from chaos.products as product
    join unnest($1::text[], $2::integer[]) as taken (sku, quantity) using (sku)
    order by product.sku for update of product) as locked
  where products.sku = locked.sku returning products.sku`;

/** Writes no row when the shelf is not as it was found. */
export const restock = `
  update chaos.products set supplied = supplied + $2, available = available + $2
  where sku = $1 and available = $3 returning sku`;
