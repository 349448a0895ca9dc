export const find = `
  select order_id as "orderId", authorization_id as "authorizationId", status, currency_code as "currencyCode",
    authorized_minor::float8 as "authorizedMinor", captured_minor::float8 as "capturedMinor",
    refunded_minor::float8 as "refundedMinor", change, undone, version
  from chaos.payments where order_id = $1`;

/** Writes no row when the payment is not the one that was found. */
export const keep = `
  insert into chaos.payments (order_id, authorization_id, status, currency_code, authorized_minor, captured_minor,
    refunded_minor, change, undone, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::integer + 1)
  on conflict (order_id) do update set (authorization_id, status, currency_code, authorized_minor, captured_minor,
    refunded_minor, change, undone, version)
  = ($2, $3, $4, $5, $6, $7, $8, $9, $10::integer + 1) where payments.version = $10::integer
  returning version`;

/** Every effect on a payment, once, for the audit. */
export const enter = `
  insert into chaos.payment_entries (order_id, kind, amount_minor, currency_code) values ($1, $2, $3, $4) returning seq`;

export const countByStatus =
  'select status, count(*)::int as count from chaos.payments group by status order by status';

export const sumByCurrency = `
  select currency_code as "currencyCode", sum(authorized_minor)::float8 as "authorizedMinor",
    coalesce(sum(captured_minor), 0)::float8 as "capturedMinor",
    coalesce(sum(refunded_minor), 0)::float8 as "refundedMinor"
  from chaos.payments where currency_code is not null group by currency_code order by currency_code`;
