import type { Db } from '@waybill/platform';
import { and, eq, getTableColumns, gt, type SQL, sql } from 'drizzle-orm';
import { extended } from '../domain/advance.ts';
import type { Entry } from '../domain/journal.ts';
import { storable } from './storable.ts';
import type { JournalTable } from './table-parts.ts';

type Known = { seq: number; revision: number };

type EntryWriter = {
  addEntries(entries: readonly Entry[]): Promise<number>;
  addFirmEntries(entries: readonly Entry[], last: number | undefined): Promise<number>;
};

/** Writes the journal of one order or run, whose row this transaction has locked. */
export function createEntryWriter(
  tx: Db,
  events: JournalTable,
  id: string,
  { seq: known, revision }: Known,
): EntryWriter {
  const isWhole = known === revision;
  const extendedBy = (entries: readonly Entry[]) =>
    isWhole ? extended(known, entries) : newestWithoutGap(tx, events, id, known);

  return {
    async addEntries(entries) {
      if (entries.length === 0) return known;
      await tx
        .insert(events)
        .select(rowsOf(id, entries, false))
        .onConflictDoNothing();
      return extendedBy(entries);
    },

    async addFirmEntries(entries, last) {
      await tx.execute(sql`select set_config('order_book.writes_firmly', 'on', true)`);
      if (entries.length > 0) await replaceEntries(tx, events, rowsOf(id, entries, true));
      if (last === undefined || last >= revision) return extendedBy(entries);
      await tx.delete(events).where(and(eq(events.id, id), gt(events.seq, last), eq(events.firm, false)));
      return newestWithoutGap(tx, events, id, 0);
    },
  };
}

/** Journal entries as rows, in one parameter: a list of placeholders would be a different statement for each length. */
const rowsOf = (id: string, entries: readonly Entry[], firm: boolean): SQL => sql`
  select ${id}::text, seq, type, step, detail, at, actor, ${firm}::boolean
  from jsonb_to_recordset(${JSON.stringify(storable(entries))}::jsonb)
    as entry (seq bigint, type text, step text, detail jsonb, at timestamptz, actor text)
`;

/** Adds entries; each replaces one with the same number that was written in passing. */
async function replaceEntries(tx: Db, events: JournalTable, rows: SQL): Promise<void> {
  const { type, step, payload, at, actor, firm } = getTableColumns(events);
  const columns = Object.entries({ type, step, payload, at, actor, firm });
  const set = Object.fromEntries(columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
  await tx
    .insert(events)
    .select(rows)
    .onConflictDoUpdate({ target: [events.id, events.seq], set, setWhere: eq(events.firm, false) });
}

/** Entries may come out of order. Those behind a gap are stored, and not returned until the gap is closed. */
async function newestWithoutGap(tx: Db, events: JournalTable, id: string, known: number): Promise<number> {
  const later = tx
    .select({
      seq: events.seq,
      expected: sql<number>`${known}::bigint + row_number() over (order by ${events.seq})`.as('expected'),
    })
    .from(events)
    .where(and(eq(events.id, id), sql`${events.seq} > ${known}`))
    .as('later');
  const [{ joined } = { joined: 0 }] = await tx
    .select({ joined: sql<number>`count(*)::int`.mapWith(Number) })
    .from(later)
    .where(sql`${later.seq} = ${later.expected}`);
  return known + joined;
}
