import type pg from 'pg';
import { PreparingClient } from './client.ts';

/** Gives the work a session of its own, on which a statement may take as long as it takes. */
export type WithoutLimits = <T>(work: (session: pg.ClientBase) => Promise<T>) => Promise<T>;

export const sessionOnServer =
  (connectionString: string, patienceMs: number): WithoutLimits =>
  async (work) => {
    const client = new PreparingClient({ connectionString, connectionTimeoutMillis: patienceMs, keepAlive: true });
    client.on('error', () => undefined); // whoever works on it hears of it in the answer
    try {
      await client.connect();
      // The user or the database may have limits of their own.
      await client.query(
        'set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0',
      );
      return await work(client);
    } finally {
      await client.end();
    }
  };

/** In this process statements have no limit anyway; while the work has the one session, everyone else waits. */
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
