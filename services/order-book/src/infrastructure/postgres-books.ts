import type { Database } from '@waybill/platform';
import { and, asc, between, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Books } from '../domain/books.ts';
import { journalWindow } from '../domain/journal-window.ts';
import { anyOf } from './any-of.ts';
import { changesAfter, newestChange } from './feed.ts';
import { hasHad } from './generations.ts';
import { bookedFrom } from './order-row.ts';
import { readPage } from './pages.ts';
import { placeOf } from './place.ts';
import { events, orders } from './tables.ts';
import { refusingUnstorable } from './unstorable.ts';

export type BooksDeps = { database: Pick<Database, 'db' | 'transaction'>; now: () => Date; onChange: () => void };

/** The books in the dialect of Postgres, on either engine. */
export const createPostgresBooks = ({ database: { db, transaction }, now, onChange }: BooksDeps): Books => ({
  async write(orderId, work) {
    const written = await refusingUnstorable(transaction(async (tx) => work(await placeOf(tx, orderId, now()))));
    onChange();
    return written;
  },

  async find(orderId) {
    const [row] = await refusingUnstorable(db.select().from(orders).where(eq(orders.orderId, orderId)).execute());
    return row && bookedFrom(row);
  },

  async identity(id) {
    const { orderId, fingerprint, keyId } = orders;
    const stands = or(eq(orderId, id), eq(keyId, id));
    const [holder] = await refusingUnstorable(
      db
        .select({ orderId, fingerprint })
        .from(orders)
        .where(stands)
        .orderBy(desc(eq(orderId, id)))
        .limit(1)
        .execute(),
    );
    return holder;
  },

  async byIds(ids) {
    const rows = await refusingUnstorable(db.select().from(orders).where(anyOf(orders.orderId, ids)).execute());
    return rows.map(bookedFrom);
  },

  page: (request) => refusingUnstorable(readPage({ transaction }, request)),

  async journal(orderId, query) {
    const standing = db.select({ newest: orders.journalSeq }).from(orders).where(eq(orders.orderId, orderId));
    const [order] = await refusingUnstorable(standing.execute());
    if (!order) return undefined;
    const { from, to, hasMore, hasEarlier } = journalWindow(query, order.newest);
    const rows = await db
      .select()
      .from(events)
      .where(and(eq(events.orderId, orderId), between(events.seq, from, to)))
      .orderBy(asc(events.seq));
    return { entries: rows.map(entryFrom), hasMore, hasEarlier };
  },

  changesAfter: (number) => changesAfter(db, number),

  newestChange: () => newestChange(db),

  hasHad: (position) => hasHad(db, position),

  async openOrders({ after, first }) {
    const rows = await refusingUnstorable(
      db
        .select({
          orderId: orders.orderId,
          revision: orders.revision,
          seq: orders.journalSeq,
          attention: orders.attention,
        })
        .from(orders)
        .where(and(isNull(orders.closedAt), gt(orders.orderId, after)))
        .orderBy(asc(orders.orderId))
        .limit(first + 1)
        .execute(),
    );
    return { orders: rows.slice(0, first), hasMore: rows.length > first };
  },
});

const entryFrom = ({ seq, type, at, actor, step, payload }: typeof events.$inferSelect) => ({
  seq,
  type,
  at: at.toISOString(),
  actor,
  step,
  detail: payload,
});
