import { integer, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** All tables of this service live in one Postgres schema, so that it can share a database with others. */
export const chaosSchema = pgSchema('chaos');

/** What was answered to a call, by its idempotency key. */
export const answers = chaosSchema.table(
  'answers',
  {
    operation: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: integer().notNull(),
    body: text().notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.operation, table.key] })],
);
