import { isDeepStrictEqual } from 'node:util';
import type { JournalEntry, OrderState } from '@waybill/contracts/domain';
import type { Db } from '@waybill/platform';
import { and, eq, getTableColumns, gt, or, type SQL, sql } from 'drizzle-orm';
import { extended } from '../domain/advance.ts';
import type { Place } from '../domain/books.ts';
import { mayBecome } from '../domain/payment.ts';
import { anyOf } from './any-of.ts';
import { announceChange } from './feed.ts';
import { rowOf } from './order-row.ts';
import { storable } from './storable.ts';
import { events, orders, payments } from './tables.ts';

type Row = typeof orders.$inferSelect;

/** The rows of one order, locked by this transaction until it ends. */
export async function placeOf(tx: Db, orderId: string, now: Date): Promise<Place> {
  const before = await heldRow(tx, orderId);
  const known = before?.journalSeq ?? 0;
  const isWhole = known === (before?.revision ?? 0);
  const extendedBy = (entries: readonly JournalEntry[]) =>
    isWhole ? extended(known, entries) : newestWithoutGap(tx, orderId, known);

  return {
    standing: before && { ...before, seq: known },

    async holderOf(ids) {
      const stands = or(anyOf(orders.keyId, ids), anyOf(orders.orderId, ids));
      const [holder] = await tx.select({ orderId: orders.orderId }).from(orders).where(stands).limit(1);
      return holder?.orderId;
    },

    async addEntries(entries) {
      if (entries.length === 0) return known;
      await tx
        .insert(events)
        .select(rowsOf(orderId, entries, false))
        .onConflictDoNothing();
      return extendedBy(entries);
    },

    async addFirmEntries(entries, last) {
      await tx.execute(sql`select set_config('order_book.writes_firmly', 'on', true)`);
      if (entries.length > 0) await replaceEntries(tx, rowsOf(orderId, entries, true));
      if (last === undefined || last >= (before?.revision ?? 0)) return extendedBy(entries);
      await tx.delete(events).where(and(eq(events.orderId, orderId), gt(events.seq, last), eq(events.firm, false)));
      return newestWithoutGap(tx, orderId, 0);
    },

    async keepState(order, { fingerprint, keyId }, seq) {
      const key = keyId === undefined ? {} : { keyId };
      const row = { ...rowOf(storable(order)), ...key, attention: null, journalSeq: seq, fingerprint, writtenAt: now };
      if (before) await tx.update(orders).set(row).where(eq(orders.orderId, orderId));
      else await tx.insert(orders).values(row);
      if (!isDeepStrictEqual(before?.rest.payment ?? null, order.payment)) await keepPayment(tx, order, now);
    },

    async keepSeq(seq) {
      await tx.update(orders).set({ journalSeq: seq, writtenAt: now }).where(eq(orders.orderId, orderId));
    },

    async keepAttention(attention) {
      await tx.update(orders).set({ attention, writtenAt: now }).where(eq(orders.orderId, orderId));
    },

    async keepEpoch(epoch) {
      await tx.update(orders).set({ epoch, writtenAt: now }).where(eq(orders.orderId, orderId));
    },

    announce: () => announceChange(tx, orderId, before),
  };
}

/** Journal entries as rows, in one parameter: a list of placeholders would be a different statement for each length. */
const rowsOf = (orderId: string, entries: readonly JournalEntry[], firm: boolean): SQL => sql`
  select ${orderId}::text, seq, type, step, detail, at, actor, ${firm}::boolean
  from jsonb_to_recordset(${JSON.stringify(storable(entries))}::jsonb)
    as entry (seq bigint, type text, step text, detail jsonb, at timestamptz, actor text)
`;

/** Adds entries; each replaces one with the same number that was written in passing. */
async function replaceEntries(tx: Db, rows: SQL): Promise<void> {
  const { type, step, payload, at, actor, firm } = getTableColumns(events);
  const given = Object.entries({ type, step, payload, at, actor, firm });
  const set = Object.fromEntries(given.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
  await tx
    .insert(events)
    .select(rows)
    .onConflictDoUpdate({ target: [events.orderId, events.seq], set, setWhere: eq(events.firm, false) });
}

async function heldRow(tx: Db, orderId: string): Promise<Row | undefined> {
  const held = () => tx.select().from(orders).where(eq(orders.orderId, orderId)).for('update');
  const [row] = await held();
  if (row) return row;
  // An advisory lock, because a new order has no row to lock; another writer may have inserted one by now.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('order_book.orders'), hashtext(${orderId}))`);
  const [made] = await held();
  return made;
}

/** A payment is written once when it is first seen, and from then on only moves forward. */
async function keepPayment(tx: Db, { orderId, payment, total }: OrderState, now: Date): Promise<void> {
  if (!payment) return;
  const { id, status, authorized, captured, refunded } = payment;
  const row = {
    paymentId: id,
    orderId,
    status,
    currencyCode: (authorized ?? total).currencyCode,
    amountMinor: (authorized ?? total).amountMinor,
    capturedMinor: captured?.amountMinor ?? null,
    refundedMinor: refunded?.amountMinor ?? null,
    writtenAt: now,
  };
  const added = await tx.insert(payments).values(row).onConflictDoNothing().returning({ id: payments.paymentId });
  if (added.length > 0) return;
  const forward = anyOf(payments.status, mayBecome(status));
  await tx
    .update(payments)
    .set(row)
    .where(and(eq(payments.paymentId, id), eq(payments.orderId, orderId), forward));
}

/** Entries may come out of order. Those behind a gap are stored, and not returned until the gap is closed. */
async function newestWithoutGap(tx: Db, orderId: string, known: number): Promise<number> {
  const later = tx
    .select({
      seq: events.seq,
      expected: sql<number>`${known}::bigint + row_number() over (order by ${events.seq})`.as('expected'),
    })
    .from(events)
    .where(and(eq(events.orderId, orderId), sql`${events.seq} > ${known}`))
    .as('later');
  const [{ joined } = { joined: 0 }] = await tx
    .select({ joined: sql<number>`count(*)::int`.mapWith(Number) })
    .from(later)
    .where(sql`${later.seq} = ${later.expected}`);
  return known + joined;
}
