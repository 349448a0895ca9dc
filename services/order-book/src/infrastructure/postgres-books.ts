import type { JournalPage } from '@waybill/contracts';
import type { Database } from '@waybill/platform';
import { eq } from 'drizzle-orm';
import type { Books, OrderRecords } from '../domain/books.ts';
import { anyOf } from './conditions.ts';
import { readCounts } from './counts.ts';
import { newestChange } from './feed.ts';
import { orderFeed } from './feeds.ts';
import { readFullJournal } from './full-journal.ts';
import { hasHad } from './generations.ts';
import { readUnbalanced } from './imbalances.ts';
import { orderChangesAfter } from './order-feed.ts';
import { placeOf } from './order-lock.ts';
import { bookedFrom } from './order-row.ts';
import { readPage } from './pages.ts';
import { abandonClaim, claimReference } from './payment-references.ts';
import { orderTables, readIdentity, readJournal, readOpen, rowsWhere } from './reads.ts';
import { orders } from './tables.ts';
import { keepUndone, undoneIdentity } from './undone.ts';
import { refusingUnstorable } from './unstorable.ts';

export type BooksDeps = { database: Pick<Database, 'db' | 'transaction'>; now: () => Date; onChange: () => void };

/** The books of orders in the dialect of Postgres, on either engine. */
export const createPostgresBooks = ({ database: { db, transaction }, now, onChange }: BooksDeps): Books => ({
  async write(orderId, work) {
    const written = await refusingUnstorable(transaction(async (tx) => work(await placeOf(tx, orderId, now()))));
    onChange();
    return written;
  },
  find: async (orderId) => (await rowsWhere(db, orderTables, eq(orders.orderId, orderId))).map(bookedFrom)[0],
  byIds: async (ids) => (await rowsWhere(db, orderTables, anyOf(orders.orderId, ids))).map(bookedFrom),
  async identity(id) {
    const holder = await readIdentity(db, orderTables, id);
    return holder ? { orderId: holder.id, fingerprint: holder.fingerprint } : undoneIdentity(db, id);
  },
  claimReference: (claim) => refusingUnstorable(claimReference(db, { ...claim, recorded: false }, now())),
  abandonClaim: (claim) => refusingUnstorable(abandonClaim(db, claim)),
  keepUndone: (orderId, undone) => refusingUnstorable(transaction((tx) => keepUndone(tx, orderId, undone, now()))),
  page: (request) => refusingUnstorable(readPage({ transaction }, request)),
  counts: (customerId) => refusingUnstorable(readCounts({ transaction }, customerId)),
  unbalanced: () => readUnbalanced(db),
  fullJournal: (query) => refusingUnstorable(readFullJournal(db, query)),
  journal: (orderId, query) => readJournal(db, orderTables, orderId, query) as Promise<JournalPage | undefined>,
  changesAfter: (number) => orderChangesAfter(db, number),
  newestChange: () => newestChange(db, orderFeed),
  hasHad: (position) => hasHad(db, orderFeed, position),
  async open(query) {
    const { orderId, revision, journalSeq: seq, attention } = orders;
    const columns = { orderId, revision, seq, attention };
    const { rows, hasMore } = await readOpen<OrderRecords['open']['orders'][number]>(db, orderTables, columns, query);
    return { orders: rows, hasMore };
  },
});
