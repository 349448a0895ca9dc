import type pg from 'pg';
import { PreparingClient } from './client.ts';

/** Gives the work a session of its own, without time limits for statements. */
export type WithoutLimits = <T>(work: (session: pg.ClientBase) => Promise<T>) => Promise<T>;

export const sessionOnServer =
  (connectionString: string, patienceMs: number): WithoutLimits =>
  async (work) => {
    const client = new PreparingClient({ connectionString, connectionTimeoutMillis: patienceMs, keepAlive: true });
    client.on('error', () => undefined); // whoever uses the connection gets the error as a rejected statement
    try {
      await client.connect();
      // The database user or the database may set limits of their own.
      await client.query(
        'set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0',
      );
      return await work(client);
    } finally {
      await client.end();
    }
  };

/** The in-process database has no time limits; while the work uses its one session, everyone else waits. */
export const sessionOf =
  (pool: pg.Pool): WithoutLimits =>
  async (work) => {
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  };
