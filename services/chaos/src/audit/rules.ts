import { type SQL, sql } from 'drizzle-orm';

/** A rule of the books. Its query finds the subjects, orders or products, that break it. */
export type Rule = { code: string; rule: string; of: 'ORDER' | 'PRODUCT'; breakers: SQL };

const twice = (table: string, column: string, kind: string) =>
  sql.raw(
    `select order_id as subject from chaos.${table} where ${column} = '${kind}' group by order_id having count(*) > 1`,
  );

const countOf = (kind: string) => sql.raw(`count(*) filter (where kind = '${kind}')`);
const sumOf = (kind: string) => sql.raw(`coalesce(sum(amount_minor) filter (where kind = '${kind}'), 0)`);
const happened = (kind: string) => sql.raw(`count(*) filter (where happening = '${kind}')`);

export const rules: readonly Rule[] = [
  {
    code: 'HELD_TWICE',
    of: 'ORDER',
    rule: 'An order is held for once',
    breakers: twice('payment_entries', 'kind', 'HELD'),
  },
  {
    code: 'CHARGED_TWICE',
    of: 'ORDER',
    rule: 'An order is charged once',
    breakers: twice('payment_entries', 'kind', 'CAPTURED'),
  },
  {
    code: 'RELEASED_TWICE',
    of: 'ORDER',
    rule: 'A hold is released once',
    breakers: twice('payment_entries', 'kind', 'RELEASED'),
  },
  {
    code: 'HOLD_ENDED_TWICE',
    of: 'ORDER',
    rule: 'A hold is captured, released or expired, and only one of these',
    breakers: sql`select order_id as subject from chaos.payment_entries group by order_id
      having ${countOf('CAPTURED')} + ${countOf('RELEASED')} + ${countOf('EXPIRED')} > ${countOf('HELD')}`,
  },
  {
    code: 'REFUNDED_TOO_MUCH',
    of: 'ORDER',
    rule: 'No more is refunded than was captured',
    breakers: sql`select order_id as subject from chaos.payment_entries group by order_id
      having ${sumOf('REFUNDED')} > ${sumOf('CAPTURED')}`,
  },
  {
    code: 'PAYMENT_DIFFERS',
    of: 'ORDER',
    rule: 'What a payment says is the sum of what happened to it',
    breakers: sql`select order_id as subject from chaos.payments
      full join (select order_id, ${sumOf('CAPTURED')} as captured, ${sumOf('REFUNDED')} as refunded
        from chaos.payment_entries group by order_id) as happened using (order_id)
      where coalesce(captured_minor, 0) is distinct from captured or coalesce(refunded_minor, 0) is distinct from refunded`,
  },
  {
    code: 'STOCK_DIFFERS',
    of: 'PRODUCT',
    rule: 'What is on the shelf and what was taken is what was supplied',
    breakers: sql`select sku as subject from chaos.products
      left join (select sku, sum(quantity) as taken from chaos.stock_movements group by sku) as moved using (sku)
      where available < 0 or available + coalesce(taken, 0) <> supplied`,
  },
  {
    code: 'RESERVATION_DIFFERS',
    of: 'ORDER',
    rule: 'What was taken for an order is what its reservation says',
    breakers: sql`select coalesce(moved.order_id, reserved.order_id) as subject from
      (select order_id, sku, sum(quantity) as quantity from chaos.stock_movements group by order_id, sku having sum(quantity) <> 0) as moved
      full join (select order_id, line ->> 'sku' as sku, sum((line ->> 'quantity')::int) as quantity
        from chaos.reservations, jsonb_array_elements(lines) as line where status = 'RESERVED' group by 1, 2) as reserved
      on moved.order_id = reserved.order_id and moved.sku = reserved.sku
      where moved.quantity is distinct from reserved.quantity`,
  },
  {
    code: 'PREPARED_TWICE',
    of: 'ORDER',
    rule: 'A package is prepared once',
    breakers: twice('shipment_events', 'happening', 'PREPARED'),
  },
  {
    code: 'LABELED_TWICE',
    of: 'ORDER',
    rule: 'A label is made once',
    breakers: twice('shipment_events', 'happening', 'LABEL_BEGUN'),
  },
  {
    code: 'DISPATCHED_TWICE',
    of: 'ORDER',
    rule: 'A parcel is dispatched once',
    breakers: twice('shipment_events', 'happening', 'DISPATCHED'),
  },
  {
    code: 'SHIPMENT_DIFFERS',
    of: 'ORDER',
    rule: 'A shipment is on its way when it was dispatched and not recalled',
    breakers: sql`select order_id as subject from chaos.shipments
      join (select order_id, ${happened('DISPATCHED')} - ${happened('RECALLED')} as away
        from chaos.shipment_events group by order_id) as happened using (order_id)
      where away <> (case when stage = 'DISPATCHED' then 1 else 0 end)`,
  },
];
