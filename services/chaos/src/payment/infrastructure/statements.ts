import { type SQL, sql } from 'drizzle-orm';
import type { Entry, Payment } from '../domain/payment.ts';

export const find = `
  select order_id as "orderId", authorization_id as "authorizationId", status, currency_code as "currencyCode",
    authorized_minor::float8 as "authorizedMinor", captured_minor::float8 as "capturedMinor",
    refunded_minor::float8 as "refundedMinor", change, undone, version
  from chaos.payments where order_id = $1`;

export const findRefund = `
  select amount_minor::float8 as "amountMinor", currency_code as "currencyCode"
  from chaos.payment_entries where kind = 'REFUNDED' and order_id = $1 and call_key = $2`;

/** Writes no row when the payment has been written since it was found. */
export const keep = ({ orderId, authorizationId, status, change, undone, version, ...money }: Payment): SQL => sql`
  insert into chaos.payments (order_id, authorization_id, status, currency_code, authorized_minor, captured_minor,
    refunded_minor, change, undone, version)
  values (${orderId}, ${authorizationId}, ${status}, ${money.authorized?.currencyCode ?? null},
    ${money.authorized?.amountMinor ?? null}, ${money.captured?.amountMinor ?? null},
    ${money.refunded?.amountMinor ?? null}, ${change}, ${undone}, ${version}::integer + 1)
  on conflict (order_id) do update set (authorization_id, status, currency_code, authorized_minor, captured_minor,
    refunded_minor, change, undone, version)
  = (excluded.authorization_id, excluded.status, excluded.currency_code, excluded.authorized_minor,
    excluded.captured_minor, excluded.refunded_minor, excluded.change, excluded.undone, excluded.version)
  where payments.version = ${version}::integer
  returning version`;

/** Every effect on a payment, once, for the audit. */
export const enter = (orderId: string, { kind, amount, key }: Entry): SQL => sql`
  insert into chaos.payment_entries (order_id, kind, amount_minor, currency_code, call_key)
  values (${orderId}, ${kind}, ${amount?.amountMinor ?? null}, ${amount?.currencyCode ?? null}, ${key ?? null})
  returning seq`;

export const countByStatus =
  'select status, count(*)::int as count from chaos.payments group by status order by status';

export const sumByCurrency = `
  select currency_code as "currencyCode", sum(authorized_minor)::float8 as "authorizedMinor",
    coalesce(sum(captured_minor), 0)::float8 as "capturedMinor",
    coalesce(sum(refunded_minor), 0)::float8 as "refundedMinor"
  from chaos.payments where currency_code is not null group by currency_code order by currency_code`;
