import type { RunJournalPage } from '@waybill/contracts';
import { eq } from 'drizzle-orm';
import type { RunBooks, RunRecords } from '../domain/books.ts';
import { anyOf } from './conditions.ts';
import { newestChange } from './feed.ts';
import { runFeed } from './feeds.ts';
import { hasHad } from './generations.ts';
import type { BooksDeps } from './postgres-books.ts';
import { readIdentity, readJournal, readOpen, rowsWhere, runTables } from './reads.ts';
import { runChangesAfter } from './run-feed.ts';
import { runPlaceOf } from './run-lock.ts';
import { readRunPage } from './run-pages.ts';
import { bookedRunFrom } from './run-row.ts';
import { runs } from './run-tables.ts';
import { refusingUnstorable } from './unstorable.ts';

/** The books of runs in the dialect of Postgres, on either engine. */
export const createPostgresRunBooks = ({ database: { db, transaction }, now, onChange }: BooksDeps): RunBooks => ({
  async write(runId, work) {
    const written = await refusingUnstorable(transaction(async (tx) => work(await runPlaceOf(tx, runId, now()))));
    onChange();
    return written;
  },
  find: async (runId) => (await rowsWhere(db, runTables, eq(runs.runId, runId))).map(bookedRunFrom)[0],
  byIds: async (ids) => (await rowsWhere(db, runTables, anyOf(runs.runId, ids))).map(bookedRunFrom),
  async identity(id) {
    const holder = await readIdentity(db, runTables, id);
    return holder && { runId: holder.id, fingerprint: holder.fingerprint };
  },
  page: (request) => refusingUnstorable(readRunPage({ transaction }, request)),
  journal: (runId, query) => readJournal(db, runTables, runId, query) as Promise<RunJournalPage | undefined>,
  changesAfter: (number) => runChangesAfter(db, number),
  newestChange: () => newestChange(db, runFeed),
  hasHad: (position) => hasHad(db, runFeed, position),
  async open(query) {
    const { runId, kind, revision, journalSeq: seq, attention } = runs;
    const columns = { runId, kind, revision, seq, attention };
    const { rows, hasMore } = await readOpen<RunRecords['open']['runs'][number]>(db, runTables, columns, query);
    return { runs: rows, hasMore };
  },
});
