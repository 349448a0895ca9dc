import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import type { MigrationConfig } from 'drizzle-orm/migrator';
import { drizzle as drizzleOnPg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzleOnPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';

/** Queries and transactions, in the dialect of Postgres, on either engine. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export type Database = { db: Db; reachable: () => Promise<boolean>; close: () => Promise<void> };

export type DatabaseSettings = {
  /** `postgres://…`; without one the database lives in this process. */
  url?: string | undefined;
  /** Where the in-process database keeps its files; without a folder it is gone when closed. */
  dataDir?: string | undefined;
  /** A folder of numbered SQL files with drizzle's `meta/_journal.json`, applied in order, each once. */
  migrations: URL;
  /** The Postgres schema that remembers which migrations were applied: one a service, so that services can share a database. */
  schema?: string;
};

/** Opens the database and brings its schema up to date. */
export async function openDatabase({ url, dataDir, migrations, schema }: DatabaseSettings): Promise<Database> {
  const migration: MigrationConfig = {
    migrationsFolder: fileURLToPath(migrations),
    ...(schema ? { migrationsSchema: schema } : {}),
  };
  return url ? openPostgres(url, migration) : openPglite(dataDir, migration);
}

async function openPglite(dataDir: string | undefined, migration: MigrationConfig): Promise<Database> {
  if (dataDir) await mkdir(dirname(dataDir), { recursive: true });
  const engine = await PGlite.create(dataDir ?? 'memory://');
  const db = drizzleOnPglite(engine);
  await migratePglite(db, migration);
  return databaseOn(db, () => engine.close());
}

async function openPostgres(connectionString: string, migration: MigrationConfig): Promise<Database> {
  const pool = new pg.Pool({ connectionString, max: 16 });
  pool.on('error', () => undefined); // an idle connection that broke is replaced when it is next needed
  await migrateAlone(pool, migration);
  return databaseOn(drizzleOnPg(pool), () => pool.end());
}

/** Two processes that start at once do not both change the schema. */
async function migrateAlone(pool: pg.Pool, migration: MigrationConfig): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('waybill migrations'))`);
    await migratePg(drizzleOnPg(client), migration);
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('waybill migrations'))`).catch(() => undefined);
    client.release();
  }
}

const databaseOn = (db: Db, close: () => Promise<void>): Database => ({
  db,
  close,
  reachable: () =>
    db.execute(sql`select 1`).then(
      () => true,
      () => false,
    ),
});
