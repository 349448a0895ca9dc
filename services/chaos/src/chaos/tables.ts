import { bigserial, integer, jsonb, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { chaosSchema } from '../database/schema.ts';
import type { Outcome, Plan } from './plan.ts';
import type { Profile } from './profiles.ts';

/** One row. The tables of profiles are in the code; only a custom plan is stored. */
export const settings = chaosSchema.table('settings', {
  id: integer().primaryKey(),
  revision: integer().notNull(),
  profile: text().$type<Profile | 'custom'>().notNull(),
  seed: text().notNull(),
  plan: jsonb().$type<Plan>(),
});

const ofOrderAndOperation = { orderId: text('order_id').notNull(), operation: text().notNull() };

/** The number of calls of an operation for an order. */
export const calls = chaosSchema.table('calls', { ...ofOrderAndOperation, attempts: integer().notNull() }, (table) => [
  primaryKey({ columns: [table.orderId, table.operation] }),
]);

/** The outcomes of the calls that follow `afterAttempt`. */
export const pins = chaosSchema.table(
  'pins',
  {
    ...ofOrderAndOperation,
    afterAttempt: integer('after_attempt').notNull(),
    outcomes: jsonb().$type<Outcome[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.operation] })],
);

/** The drawn outcomes, in order. */
export const draws = chaosSchema.table('draws', {
  seq: bigserial({ mode: 'number' }).primaryKey(),
  ...ofOrderAndOperation,
  attempt: integer().notNull(),
  outcome: text().$type<Outcome>().notNull(),
  source: text().$type<'plan' | 'pin'>().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
