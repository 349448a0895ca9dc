import { setTimeout as pause } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { isTracing } from '@waybill/tracing';
import pg from 'pg';
import { PreparingClient } from './client.ts';
import type { ObserveStatement } from './database-metrics.ts';
import { type FreeBytes, freeBytesOf, refuseFullDisk } from './free-space.ts';
import { OneSessionPool } from './one-session.ts';
import { EmbeddedWire, openEngine } from './pglite.ts';
import { keepContext } from './statement-spans.ts';

export type OpenedPool = {
  pool: pg.Pool;
  /** True if it can never provide a connection again: only a restart of the process helps. */
  lost: () => boolean;
  close: () => Promise<void>;
};

export type PoolOptions = { patienceMs: number; observe?: ObserveStatement | undefined };

/** Within the limit of a small Postgres, with several processes. */
export const usualConnections = 16;

export function poolOnServer(
  connectionString: string,
  { patienceMs, observe, connections = usualConnections }: PoolOptions & { connections?: number | undefined },
): OpenedPool {
  const observed = { observe }; // the pool passes its options on to each client
  const pool = new pg.Pool({
    ...observed,
    connectionString,
    max: connections,
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs, // the server gives up first, where it can: then the statement has no effect
    query_timeout: patienceMs + 1_000,
    idle_in_transaction_session_timeout: patienceMs, // a frozen process must not hold a lock for ever
    Client: PreparingClient,
  });
  if (isTracing()) keepContext(pool);
  const taken = takenFrom(pool);
  return { pool, lost: () => isDrained(taken, connections, patienceMs), close: () => endSoon(pool, taken) };
}

export async function poolInProcess(
  dataDir: string | undefined,
  options: PoolOptions,
  freeBytes: FreeBytes = freeBytesOf,
): Promise<OpenedPool> {
  const engine = await openEngine(dataDir, freeBytes);
  return poolOn(engine, options, dataDir ? () => refuseFullDisk(dataDir, freeBytes) : undefined);
}

/** `check` throws while the engine cannot be used. */
export function poolOn(engine: PGlite, { patienceMs, observe }: PoolOptions, check?: () => void): OpenedPool {
  const pool = new OneSessionPool(async () => {
    const stream = () => new EmbeddedWire(engine);
    const client = new PreparingClient({ stream, user: 'postgres', database: 'postgres', pipeline: true, observe });
    client.on('error', () => undefined); // its user gets the error as a rejected statement
    await client.connect();
    // The engine's one session outlives its stream, including an open transaction or prepared statements.
    await client.query('rollback');
    await client.query('discard all');
    return client;
  }, check);
  const taken = takenFrom(pool);
  return {
    pool,
    lost: () => pool.broken || isDrained(taken, 1, patienceMs),
    close: () => pool.end().then(() => engine.close()),
  };
}

/** The connections in use, and when that last changed. */
type Taken = { clients: Set<pg.PoolClient>; changedAt: number };

function takenFrom(pool: pg.Pool): Taken {
  const taken: Taken = { clients: new Set(), changedAt: performance.now() };
  const changed = () => {
    taken.changedAt = performance.now();
  };
  pool.on('acquire', (client) => void taken.clients.add(client));
  pool.on('release', (_, client) => void taken.clients.delete(client));
  for (const event of ['acquire', 'release'] as const) pool.on(event, changed);
  return taken;
}

/** Each statement of a transaction has this time limit, and a transaction has few statements. */
const patiencesAtMost = 6;

/** Whether all connections have been in use for longer than any work may take. */
const isDrained = ({ clients, changedAt }: Taken, most: number, patienceMs: number): boolean =>
  clients.size >= most && performance.now() - changedAt > patiencesAtMost * patienceMs;

/** How long work in progress may delay the end of a pool. */
const graceMs = 2_000;

/** Work that takes longer is aborted and has no effect. */
async function endSoon(pool: pg.Pool, { clients }: Taken): Promise<void> {
  const ended = new AbortController();
  const grace = pause(graceMs, undefined, { signal: ended.signal }).catch(() => undefined);
  await Promise.race([pool.end(), grace]);
  ended.abort();
  for (const client of clients) client.connection.stream.destroy();
}
