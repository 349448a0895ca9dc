import type { FullJournalPage, FullJournalQuery, JournalEntry } from '@waybill/contracts';
import { orderEventTypes } from '@waybill/contracts/domain';
import type { Db } from '@waybill/platform';
import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { journalCursor, journalPosition } from '../domain/journal-position.ts';
import { anyOf, isText, whereGiven } from './conditions.ts';
import { entryFrom } from './reads.ts';
import { events, orders } from './tables.ts';

/** A page of the journal of all orders, newest first. */
export async function readFullJournal(db: Db, query: FullJournalQuery): Promise<FullJournalPage> {
  const rows = await db
    .select()
    .from(events)
    .where(sql`(${events.id}, ${events.seq}) in (${newestEntries(query)})`)
    .orderBy(desc(events.at), desc(events.id), desc(events.seq));
  const entries = rows.slice(0, query.first).map((row) => {
    const entry = entryFrom(row) as z.infer<typeof JournalEntry>;
    return { cursor: journalCursor({ ...entry, orderId: row.id }), orderId: row.id, entry };
  });
  return { entries, hasNextPage: rows.length > query.first };
}

/** The ids of the entries of a page and of one more. Of some types or of a person, the newest of each type are merged. */
export function newestEntries(query: FullJournalQuery): SQL {
  const { orderId, actor, type = actor === undefined ? undefined : orderEventTypes, from, to, after } = query;
  const most = query.first + 1;
  const within = and(
    whereGiven(orderId, (id) => eq(events.id, id)),
    whereGiven(actor, (name) => isText(events.actor, name)),
    whereGiven(from, (time) => gte(events.at, new Date(time))),
    whereGiven(to, (time) => lt(events.at, new Date(time))),
    whereGiven(after, isOlderThan),
  );
  if (!type || orderId !== undefined) {
    const ofTypes = whereGiven(type, (types) => anyOf(events.type, types));
    return sql`select order_id, seq from (${newest(and(ofTypes, within), most)}) as listed`;
  }
  return sql`
    select order_id, seq from unnest(${sql.param([...new Set(type)])}::text[]) as wanted_type
    cross join lateral (${newest(and(sql`${events.type} = wanted_type`, within), most)}) as each
    order by at desc, order_id desc, seq desc limit ${most}
  `;
}

const newest = (condition: SQL | undefined, most: number): SQL => sql`
  select ${events.id}, ${events.seq}, ${events.at} from ${events} where ${and(isInJournal, condition)}
  order by ${events.at} desc, ${events.id} desc, ${events.seq} desc limit ${most}
`;

/** Leaves out entries behind a gap, which no journal has yet; an entry without an order records that its effects were undone. */
const isInJournal = sql`${events.seq} <= coalesce((
  select ${orders.journalSeq} from ${orders} where ${orders.orderId} = ${events.id}
), 1)`;

function isOlderThan(cursor: string): SQL {
  const { at, orderId, seq } = journalPosition(cursor);
  return sql`(${events.at}, ${events.id}, ${events.seq}) < (${at}::timestamptz, ${orderId}::text, ${seq}::bigint)`;
}
