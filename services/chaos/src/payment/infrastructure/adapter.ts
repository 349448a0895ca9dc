import type { Money } from '@waybill/contracts/words';
import type { Db } from '@waybill/platform';
import { count, eq, sql, sum } from 'drizzle-orm';
import { Raced } from '../../calls/refusal.ts';
import type { Payments } from '../domain/port.ts';
import type { Entry, Payment } from '../domain/rules.ts';
import { paymentEntries, payments } from './tables.ts';

type Row = typeof payments.$inferSelect;

export const paymentsIn = (db: Db): Payments => ({
  find: async (orderId) => {
    const [row] = await db.select().from(payments).where(eq(payments.orderId, orderId));
    return row && paymentOf(row);
  },
  keep: async (payment, entry) => {
    const row = rowOf(payment);
    const written = db.$with('written').as(
      db
        .insert(payments)
        .values(row)
        .onConflictDoUpdate({ target: payments.orderId, set: row, setWhere: eq(payments.version, payment.version) })
        .returning({ orderId: payments.orderId }),
    );
    const { kind, amountMinor, currencyCode } = entryRowOf(entry);
    const entered = await db
      .with(written)
      .insert(paymentEntries)
      .select(
        sql`select nextval('chaos.payment_entries_seq_seq'), order_id, ${kind}, ${amountMinor}::bigint, ${currencyCode}, now() from written`,
      )
      .returning({ seq: paymentEntries.seq });
    if (entered.length === 0) throw new Raced(`The payment of ${payment.orderId} has just changed`);
  },
  statistics: async () => {
    const counted = await db
      .select({ status: payments.status, count: count() })
      .from(payments)
      .groupBy(payments.status);
    const sums = await db
      .select({
        currencyCode: sql<string>`${payments.currencyCode}`,
        authorizedMinor: sum(payments.authorizedMinor).mapWith(Number),
        capturedMinor: sum(payments.capturedMinor).mapWith(Number),
        refundedMinor: sum(payments.refundedMinor).mapWith(Number),
      })
      .from(payments)
      .where(sql`${payments.currencyCode} is not null`)
      .groupBy(payments.currencyCode)
      .orderBy(payments.currencyCode);
    return { byStatus: Object.fromEntries(counted.map(({ status, count }) => [status, count])), sums };
  },
});

function paymentOf({ currencyCode, authorizedMinor, capturedMinor, refundedMinor, ...rest }: Row): Payment {
  const money = (amountMinor: number | null): Money | null =>
    amountMinor === null || currencyCode === null ? null : { amountMinor, currencyCode };
  return {
    ...rest,
    authorized: money(authorizedMinor),
    captured: money(capturedMinor),
    refunded: money(refundedMinor),
  };
}

const rowOf = ({ authorized, captured, refunded, version, ...rest }: Payment): Row => ({
  ...rest,
  currencyCode: authorized?.currencyCode ?? null,
  authorizedMinor: authorized?.amountMinor ?? null,
  capturedMinor: captured?.amountMinor ?? null,
  refundedMinor: refunded?.amountMinor ?? null,
  version: version + 1,
});

const entryRowOf = ({ kind, amount }: Entry) => ({
  kind,
  amountMinor: amount?.amountMinor ?? null,
  currencyCode: amount?.currencyCode ?? null,
});
