import type { JournalQuery } from '@waybill/contracts';
import type { Database, Db } from '@waybill/platform';
import { and, asc, between, desc, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
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
  find: async (orderId) => (await rowsOf(db, eq(orders.orderId, orderId))).map(bookedFrom)[0],
  byIds: async (ids) => (await rowsOf(db, anyOf(orders.orderId, ids))).map(bookedFrom),
  identity: (id) => readIdentity(db, id),
  page: (request) => refusingUnstorable(readPage({ transaction }, request)),
  journal: (orderId, query) => readJournal(db, orderId, query),
  changesAfter: (number) => changesAfter(db, number),
  newestChange: () => newestChange(db),
  hasHad: (position) => hasHad(db, position),
  openOrders: (page) => readOpenOrders(db, page),
});

const rowsOf = (db: Db, condition: SQL) => refusingUnstorable(db.select().from(orders).where(condition).execute());

async function readIdentity(db: Db, id: string) {
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
}

async function readJournal(db: Db, orderId: string, query: JournalQuery) {
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
}

async function readOpenOrders(db: Db, { after, first }: { after: string; first: number }) {
  const { orderId, revision, journalSeq: seq, attention } = orders;
  const rows = await refusingUnstorable(
    db
      .select({ orderId, revision, seq, attention })
      .from(orders)
      .where(and(isNull(orders.closedAt), gt(orderId, after)))
      .orderBy(asc(orderId))
      .limit(first + 1)
      .execute(),
  );
  return { orders: rows.slice(0, first), hasMore: rows.length > first };
}

const entryFrom = ({ seq, type, at, actor, step, payload }: typeof events.$inferSelect) => ({
  seq,
  type,
  at: at.toISOString(),
  actor,
  step,
  detail: payload,
});
