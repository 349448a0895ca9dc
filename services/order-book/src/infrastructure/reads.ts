import type { JournalQuery } from '@waybill/contracts';
import type { Db } from '@waybill/platform';
import { and, asc, between, desc, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { journalWindow } from '../domain/journal-window.ts';
import { anyOf } from './conditions.ts';
import { runEvents, runs } from './run-tables.ts';
import type { JournalTable } from './table-parts.ts';
import { events, orders } from './tables.ts';
import { refusingUnstorable } from './unstorable.ts';

type Standing = Record<'keyId' | 'fingerprint' | 'revision' | 'journalSeq' | 'attention' | 'closedAt', PgColumn>;

/** The tables of orders or of runs, which are read in the same way. */
export type RecordTables<Table extends PgTable & Standing> = { table: Table; id: PgColumn; events: JournalTable };

type AnyRecordTables = RecordTables<PgTable & Standing>;

export const orderTables: RecordTables<typeof orders> = { table: orders, id: orders.orderId, events };
export const runTables: RecordTables<typeof runs> = { table: runs, id: runs.runId, events: runEvents };

export const rowsWhere = <Table extends PgTable & Standing>(db: Db, { table }: RecordTables<Table>, condition: SQL) =>
  refusingUnstorable(
    db
      .select()
      .from(table as PgTable)
      .where(condition)
      .execute() as unknown as Promise<Table['$inferSelect'][]>,
  );

/** What one of these ids, or the idempotency key that stands for it, belongs to. */
export async function holderOf(
  tx: Db,
  { table, id }: AnyRecordTables,
  ids: readonly string[],
): Promise<string | undefined> {
  const stands = or(anyOf(table.keyId, ids), anyOf(id, ids));
  const [holder] = await tx
    .select({ id })
    .from(table as PgTable)
    .where(stands)
    .limit(1);
  return holder?.id as string | undefined;
}

export async function readIdentity(db: Db, { table, id }: AnyRecordTables, wanted: string) {
  const [holder] = await refusingUnstorable(
    db
      .select({ id, fingerprint: table.fingerprint })
      .from(table as PgTable)
      .where(or(eq(id, wanted), eq(table.keyId, wanted)))
      .orderBy(desc(eq(id, wanted)))
      .limit(1)
      .execute(),
  );
  return holder as { id: string; fingerprint: string } | undefined;
}

/** Undefined for an unknown id. */
export async function readJournal(db: Db, { table, id, events }: AnyRecordTables, wanted: string, query: JournalQuery) {
  const standing = db
    .select({ newest: table.journalSeq })
    .from(table as PgTable)
    .where(eq(id, wanted));
  const [found] = await refusingUnstorable(standing.execute());
  if (!found) return undefined;
  const { from, to, hasMore, hasEarlier } = journalWindow(query, found.newest as number);
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.id, wanted), between(events.seq, from, to)))
    .orderBy(asc(events.seq));
  return { entries: rows.map(entryFrom), hasMore, hasEarlier };
}

export async function readOpen<Row>(
  db: Db,
  { table, id }: AnyRecordTables,
  columns: Record<keyof Row, PgColumn>,
  { after, first }: { after: string; first: number },
): Promise<{ rows: Row[]; hasMore: boolean }> {
  const rows = await refusingUnstorable(
    db
      .select(columns)
      .from(table as PgTable)
      .where(and(isNull(table.closedAt), gt(id, after)))
      .orderBy(asc(id))
      .limit(first + 1)
      .execute(),
  );
  return { rows: rows.slice(0, first) as Row[], hasMore: rows.length > first };
}

export const entryFrom = ({ seq, type, at, actor, step, payload }: JournalTable['$inferSelect']) => ({
  seq,
  type,
  at: at.toISOString(),
  actor,
  step,
  detail: payload,
});
