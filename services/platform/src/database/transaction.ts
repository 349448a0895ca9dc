import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { isUnreachable } from './unreachable.ts';

/** Queries in the dialect of Postgres, on either engine. Drizzle's own transactions lose their connection when `begin` fails. */
export type Db = Omit<PgDatabase<PgQueryResultHKT, Record<string, never>>, 'transaction'>;

const beginnings = {
  'read write': 'begin',
  /** Reads from one snapshot. */
  snapshot: 'begin isolation level repeatable read read only',
  /** The same, each statement planned for its own values: one plan for all would take a rare value for a common one. */
  'planned snapshot': 'begin isolation level repeatable read read only; set local plan_cache_mode = force_custom_plan',
};

/**
 * Runs the work in one transaction. If it rejects, the work had no effect, unless only the reply to the commit was
 * lost.
 */
export type Transaction = <T>(work: (tx: Db) => Promise<T>, mode?: keyof typeof beginnings) => Promise<T>;

export const transactionsOn =
  (pool: pg.Pool): Transaction =>
  async (work, mode = 'read write') => {
    const client = await pool.connect();
    try {
      await client.query(beginnings[mode]);
      const done = await work(drizzle(client));
      const { command } = await client.query('commit');
      if (command !== 'COMMIT')
        throw new Error('A statement failed and its error was ignored; the transaction was rolled back');
      client.release();
      return done;
    } catch (error) {
      await releaseFailed(client, error);
      throw error;
    }
  };

/** A connection whose rollback was not confirmed is never reused. */
async function releaseFailed(client: pg.PoolClient, error: unknown): Promise<void> {
  if (isUnreachable(error)) return client.release(true);
  await client.query('rollback').then(
    () => client.release(),
    () => client.release(true),
  );
}
