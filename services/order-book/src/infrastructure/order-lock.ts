import { isDeepStrictEqual } from 'node:util';
import type { Db } from '@waybill/platform';
import { eq } from 'drizzle-orm';
import type { Place } from '../domain/books.ts';
import { createEntryWriter } from './entries.ts';
import { announceOrder } from './order-feed.ts';
import { rowOf } from './order-row.ts';
import { claimReference } from './payment-references.ts';
import { keepPayment } from './payments.ts';
import { holderOf, orderTables } from './reads.ts';
import { heldRow } from './row-lock.ts';
import { storable } from './storable.ts';
import { events, orders } from './tables.ts';

/** The rows of one order, locked by this transaction until it ends. */
export async function placeOf(tx: Db, orderId: string, now: Date): Promise<Place> {
  const before = await heldRow(tx, orders, orders.orderId, orderId);
  const keep = async (columns: Partial<typeof orders.$inferInsert>) => {
    await tx
      .update(orders)
      .set({ ...columns, writtenAt: now })
      .where(eq(orders.orderId, orderId));
  };
  return {
    standing: before && { ...before, seq: before.journalSeq },
    ...createEntryWriter(tx, events, orderId, { seq: before?.journalSeq ?? 0, revision: before?.revision ?? 0 }),
    holderOf: (ids) => holderOf(tx, orderTables, ids),

    async keepState(order, { fingerprint, keyId }, seq) {
      const key = keyId === undefined ? {} : { keyId };
      const row = { ...rowOf(storable(order)), ...key, attention: null, journalSeq: seq, fingerprint, writtenAt: now };
      if (before) await tx.update(orders).set(row).where(eq(orders.orderId, orderId));
      else await tx.insert(orders).values(row);
      const { payment, total } = order;
      if (payment && !isDeepStrictEqual(before?.rest.payment, payment))
        await keepPayment(tx, { orderId }, payment, total, now);
    },

    keepSeq: (journalSeq) => keep({ journalSeq }),
    keepAttention: (attention) => keep({ attention }),
    claimReference: async (reference) =>
      (await claimReference(tx, { reference, orderId, recorded: true }, now)).orderId,
    keepEpoch: (epoch) => keep({ epoch }),
    announce: () => announceOrder(tx, orderId, before),
  };
}
