import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { EmbeddedWire, openEngine } from './embedded.ts';
import { OneSessionPool } from './one-session.ts';

/** Queries and transactions, in the dialect of Postgres, on either engine. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** A statement that is written out, with its values as $1, $2, …; it is parsed and planned once a session. */
export type Query = <Row>(text: string, values: unknown[]) => Promise<Row[]>;

export type Database = { db: Db; query: Query; reachable: () => Promise<boolean>; close: () => Promise<void> };

export type DatabaseSettings = {
  /** `postgres://…`; without one the database lives in this process. */
  url?: string | undefined;
  /** Where the in-process database keeps its files; without a folder it is gone when closed. */
  dataDir?: string | undefined;
  /** A folder of numbered SQL files with drizzle's `meta/_journal.json`, applied in order, each once. */
  migrations: URL;
  /** The Postgres schema that remembers which migrations were applied: one a service, so that services can share a database. */
  schema?: string;
  /** How long a server may leave a connection or a statement without an answer. */
  patienceMs?: number;
};

/** Opens the database and brings its schema up to date. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { url, dataDir, migrations, schema, patienceMs = 10_000 } = settings;
  const { pool, close } = url ? onServer(url, patienceMs) : await inProcess(dataDir);
  pool.on('error', () => undefined); // an idle connection that broke is replaced when it is next needed
  pool.on('connect', (client) => client.on('error', () => undefined)); // whoever works on it hears of it in the answer
  try {
    await migrateAlone(pool, fileURLToPath(migrations), schema);
  } catch (error) {
    await close();
    throw error;
  }
  const db: Db = drizzle(pool);
  const query: Query = async (text, values) => (await pool.query({ text }, values)).rows;
  return { db, query, close, reachable: () => answers(db) };
}

type Opened = { pool: pg.Pool; close: () => Promise<void> };

function onServer(connectionString: string, patienceMs: number): Opened {
  const pool = new pg.Pool({
    connectionString,
    max: 16,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs, // the server gives up first, where it can: then nothing of the statement holds
    query_timeout: patienceMs + 1_000,
    Client: PreparingClient,
  });
  return { pool, close: () => pool.end() };
}

async function inProcess(dataDir: string | undefined): Promise<Opened> {
  const engine = await openEngine(dataDir);
  const stream = () => new EmbeddedWire(engine);
  const client = new PreparingClient({ stream, user: 'postgres', database: 'postgres', pipeline: true });
  await client.connect();
  const pool = new OneSessionPool(client);
  return { pool, close: () => pool.end().then(() => engine.close()) };
}

/** Two processes that start at once do not both change the schema. */
async function migrateAlone(pool: pg.Pool, migrationsFolder: string, migrationsSchema?: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('waybill migrations'))`);
    await migrate(drizzle(client), { migrationsFolder, ...(migrationsSchema ? { migrationsSchema } : {}) });
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('waybill migrations'))`).catch(() => undefined);
    client.release();
  }
}

const answers = (db: Db): Promise<boolean> =>
  db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );

/** Statements beyond these are planned anew each time, so that a session's memory stays small. */
const statementsPrepared = 500;

/** Has each statement with parameters parsed and planned once a session, which is most of what a small one costs. */
class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  override query = ((config: unknown, ...rest: unknown[]) => {
    if (isStatement(config) && Array.isArray(rest[0])) config.name ??= this.#nameOf(config.text);
    return (super.query as (...args: unknown[]) => unknown)(config, ...rest);
  }) as pg.Client['query'];

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= statementsPrepared) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    this.#names.set(text, name);
    return name;
  }
}

const isStatement = (config: unknown): config is { text: string; name?: string | undefined } =>
  typeof config === 'object' && config !== null && 'text' in config && !('submit' in config);
