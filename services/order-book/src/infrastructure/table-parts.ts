import type { Attention } from '@waybill/contracts/domain';
import { bigint, boolean, jsonb, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

// What the queries need to know of the tables, which the migrations create.

export const schema = pgSchema('order_book');

export const whole = (name: string) => bigint(name, { mode: 'number' });
export const moment = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: 'date' });

/** The recorded position of an order or a run. */
export const standing = () => ({
  revision: whole('revision').notNull(),
  journalSeq: whole('journal_seq').notNull().default(0),
  attention: text('attention').$type<Attention>(),
  fingerprint: text('fingerprint').notNull(),
  epoch: whole('epoch').notNull().default(0),
  keyId: text('key_id'),
  updatedAt: moment('updated_at').notNull(),
  closedAt: moment('closed_at'),
  writtenAt: moment('written_at').notNull(),
});

/** The entries of the journals of all orders, or of all runs. */
export const journalTable = (name: string, idColumn: string) =>
  schema.table(
    name,
    {
      id: text(idColumn).notNull(),
      seq: whole('seq').notNull(),
      type: text('type').notNull(),
      step: text('step'),
      payload: jsonb('payload').$type<Record<string, unknown>>(),
      at: moment('at').notNull(),
      actor: text('actor'),
      firm: boolean('firm').notNull(),
    },
    ({ id, seq }) => [primaryKey({ columns: [id, seq] })],
  );
export type JournalTable = ReturnType<typeof journalTable>;

/** Holds the number of the newest change of a feed. */
export const counterTable = (name: string) =>
  schema.table(name, { one: boolean('one').primaryKey().default(true), last: whole('last').notNull() });
export type CounterTable = ReturnType<typeof counterTable>;
