import type { Audit, AuditedOrders } from '@waybill/contracts';
import { largestPage } from '@waybill/contracts/domain';
import { type Database, type Db, rows } from '@waybill/platform';
import { type SQL, sql } from 'drizzle-orm';
import { rules } from './rules.ts';

/** Recomputes the books from every effect, in one snapshot. */
export const createAudit = ({ transaction }: Pick<Database, 'transaction'>) => ({
  whole: (): Promise<Audit> => transaction(wholeAudit, 'snapshot'),
  orders: (after: string, first: number): Promise<AuditedOrders> =>
    transaction(
      async (tx) => ({ orders: await rows<AuditedOrders['orders'][number]>(tx, ordersAfter(after, first)) }),
      'snapshot',
    ),
  ordersById: (ids: readonly string[]): Promise<AuditedOrders> =>
    transaction(
      async (tx) => ({ orders: await rows<AuditedOrders['orders'][number]>(tx, ordersAmong(ids)) }),
      'snapshot',
    ),
});

export type AuditReader = ReturnType<typeof createAudit>;

async function wholeAudit(tx: Db): Promise<Audit> {
  const violations: Audit['violations'] = [];
  let violationCount = 0;
  for (const { code, rule, of, breakers } of rules) {
    const broken = await rows<{ subject: string; total: number }>(tx, firstOf(breakers));
    violations.push(...broken.map(({ subject }) => ({ code, rule, subject, subjectKind: of })));
    violationCount += broken[0]?.total ?? 0;
  }
  const [counted] = await rows<{ orders: number }>(
    tx,
    sql`select count(*)::int as orders from (${everyOrder}) as every`,
  );
  const money = await rows<Audit['money'][number]>(tx, moneyByCurrency);
  const stock = await rows<Audit['stock'][number]>(tx, stockBySku);
  const balanced = violationCount === 0;
  return { balanced, orders: counted?.orders ?? 0, money, stock, violationCount, violations };
}

/** The most problems that a client can list. */
const firstOf = (breakers: SQL) => sql`
  select subject, count(*) over ()::int as total from (${breakers}) as broken order by subject limit ${largestPage}`;

const everyOrder = sql`
  select order_id from chaos.payments union select order_id from chaos.reservations
  union select order_id from chaos.shipments union select order_id from chaos.messages`;

const balancesWhere = (condition: SQL) => sql`
  select order_id, max(currency_code) as currency_code,
    coalesce(sum(amount_minor) filter (where kind = 'CAPTURED'), 0)::float8 as captured,
    coalesce(sum(amount_minor) filter (where kind = 'REFUNDED'), 0)::float8 as refunded,
    case when bool_or(kind in ('CAPTURED', 'RELEASED', 'EXPIRED')) then 0
      else coalesce((array_agg(amount_minor order by seq desc) filter (where kind in ('HELD', 'MOVED')))[1], 0) end::float8 as open_hold
  from chaos.payment_entries where ${condition} group by order_id`;

const balances = balancesWhere(sql`true`);

const moneyByCurrency = sql`
  select currency_code as "currencyCode", sum(open_hold) as "openHoldsMinor", sum(captured) as "capturedMinor",
    sum(refunded) as "refundedMinor", sum(captured - refunded) as "keptMinor"
  from (${balances}) as balances where currency_code is not null group by currency_code order by currency_code`;

const stockBySku = sql`
  select sku, supplied, available,
    coalesce(sum(quantity) filter (where stage is distinct from 'DISPATCHED'), 0)::int as reserved,
    coalesce(sum(quantity) filter (where stage = 'DISPATCHED'), 0)::int as shipped
  from chaos.products left join chaos.stock_movements using (sku) left join chaos.shipments using (order_id)
  group by sku, supplied, available order by sku`;

const effects = sql`
  select order_id, 'PAYMENT ' || kind as effect, at, seq from chaos.payment_entries
  union all select order_id, case when sum(quantity) > 0 then 'STOCK TAKEN' else 'STOCK RETURNED' end, at, min(seq)
    from chaos.stock_movements group by order_id, at
  union all select order_id, 'SHIPMENT ' || happening, at, seq from chaos.shipment_events
  union all select order_id, 'MESSAGE ' || kind, sent_at, seq from chaos.messages`;

const ordersIn = (every: SQL, balances: SQL): SQL => sql`
  select every.order_id as "orderId", currency_code as "currencyCode", coalesce(open_hold, 0) as "openHoldMinor",
    coalesce(captured, 0) as "capturedMinor", coalesce(refunded, 0) as "refundedMinor",
    coalesce(captured - refunded, 0) as "keptMinor",
    (select coalesce(sum(quantity), 0)::int from chaos.stock_movements as moved where moved.order_id = every.order_id)
      as "keptUnits",
    array(select effect from (${effects}) as effects where effects.order_id = every.order_id order by at, seq) as effects
  from (${every}) as every left join (${balances}) as balances using (order_id) order by every.order_id`;

const ordersAfter = (after: string, first: number): SQL =>
  ordersIn(
    sql`select order_id from (${everyOrder}) as known where order_id > ${after} order by order_id limit ${first}`,
    balances,
  );

/** The given orders, each found by indexes. */
function ordersAmong(ids: readonly string[]): SQL {
  const isAmong = sql`order_id = any(${sql.param(ids)}::text[])`;
  return ordersIn(sql`select order_id from (${everyOrder}) as known where ${isAmong}`, balancesWhere(isAmong));
}
