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
      await connectWithin(client, patienceMs);
      // The database user or the database may set limits of their own.
      await client.query(
        'set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0',
      );
      return await work(client);
    } finally {
      await client.end();
    }
  };

/** The driver has one error for a server that hangs up and for its own time limit: here the latter is told apart. */
async function connectWithin(client: pg.ClientBase, patienceMs: number): Promise<void> {
  const startedAt = performance.now();
  try {
    await client.connect();
  } catch (error) {
    const isOver = performance.now() - startedAt >= patienceMs;
    if (!isOver || (error as { code?: unknown }).code !== undefined) throw error;
    throw Object.assign(new Error(`the server did not answer within ${patienceMs / 1_000} s`, { cause: error }), {
      code: 'ETIMEDOUT',
    });
  }
}

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
