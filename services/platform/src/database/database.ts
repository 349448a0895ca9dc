import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Registry } from 'prom-client';
import { faultLine } from '../log/fault.ts';
import { inTime } from '../process/in-time.ts';
import { createStatementMetrics, reportPool, reportReachability } from './database-metrics.ts';
import type { FreeBytes } from './free-space.ts';
import { migrateAlone } from './migrations.ts';
import { type PoolOptions, poolInProcess, poolOnServer } from './pools.ts';
import { type Db, type Transaction, transactionsOn } from './transaction.ts';
import { isUnreachable } from './unreachable.ts';
import { sessionOf, sessionOnServer } from './without-limits.ts';

/** An SQL statement with its values as $1, $2, …; it is prepared once per session. */
export type Query = <Row>(text: string, values: unknown[]) => Promise<Row[]>;

export type Database = {
  db: Db;
  query: Query;
  transaction: Transaction;
  /** For long work, one statement after another: none has a time limit, and other work may run in between. */
  patiently: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  /** Whether it answers within a second: probes ask this, and share one statement. */
  reachable: () => Promise<boolean>;
  /** True when its connections are lost for good: only a restart of the process helps. */
  lost: () => boolean;
  close: () => Promise<void>;
};

export type DatabaseSettings = {
  /** `postgres://…`; without it, the database runs in this process. */
  url?: string | undefined;
  /** The folder of the in-process database; without one, it is in memory. */
  dataDir?: string | undefined;
  /** The setting of that folder, which errors about it name. */
  dataDirSetting?: string | undefined;
  /** A folder of numbered SQL files with drizzle's `meta/_journal.json`, applied in order, each once. */
  migrations: URL;
  /**
   * The Postgres schema that records which migrations were applied: one per service, so that services can share a
   * database.
   */
  schema?: string;
  /** How long a server may take to respond to a connection attempt or a statement. */
  patienceMs?: number;
  /** The connections of its pool to a server, at most. */
  connections?: number | undefined;
  /** The free space on the disk of `dataDir`; replaced in tests. */
  freeBytes?: FreeBytes | undefined;
  /** Counts its statements and connections. */
  registry?: Registry | undefined;
};

/** Opens the database and brings its schema up to date. */
export async function openDatabase({ patienceMs = 10_000, ...settings }: DatabaseSettings): Promise<Database> {
  const { url, migrations, schema = 'drizzle', connections, registry } = settings;
  const options = { patienceMs, observe: registry && createStatementMetrics(registry) };
  const { pool, lost, close } = url
    ? poolOnServer(url, { ...options, connections })
    : await openFolder(settings, options);
  if (registry) reportPool(pool, registry);
  pool.on('error', () => undefined); // a broken idle connection is replaced when it is next needed
  pool.on('connect', (client) => client.on('error', () => undefined)); // whoever uses the connection gets the error as a rejected statement
  const withoutLimits = url ? sessionOnServer(url, patienceMs) : sessionOf(pool);
  try {
    await migrateAlone(withoutLimits, { migrationsFolder: fileURLToPath(migrations), migrationsSchema: schema });
  } catch (error) {
    await close();
    throw url && cannotBeUsed(error) ? new Error(`DATABASE_URL: ${faultLine(error)}`, { cause: error }) : error;
  }
  const query = queryOn(pool);
  const reachable = reachableBy(query);
  if (registry) reportReachability(reachable, registry);
  return {
    db: drizzle(pool),
    query,
    transaction: transactionsOn(pool),
    patiently: (work) => (url ? withoutLimits((session) => work(queryOn(session))) : work(query)),
    reachable,
    lost,
    close,
  };
}

/** An error about the folder names its setting and the reason. */
const openFolder = (
  { dataDir, dataDirSetting, freeBytes }: Omit<DatabaseSettings, 'migrations'>,
  options: PoolOptions,
) =>
  poolInProcess(dataDir, options, freeBytes).catch((error: unknown) => {
    throw dataDirSetting ? new Error(`${dataDirSetting}: ${faultLine(error)}`, { cause: error }) : error;
  });

const queryOn =
  (session: Pick<pg.ClientBase, 'query'>): Query =>
  async (text, values) =>
    (await session.query({ text }, values)).rows;

/** Whether the server cannot be reached or refuses us: an unknown user, password or database, or a missing right. */
const cannotBeUsed = (error: unknown): boolean =>
  isUnreachable(error) ||
  (error instanceof Error &&
    (/^(28|3D|42501)/.test(`${(error as { code?: unknown }).code}`) || cannotBeUsed(error.cause)));

/** Less than a probe of a load balancer waits. */
const probePatienceMs = 1_000;

function reachableBy(query: Query): () => Promise<boolean> {
  const answer = inTime(() => query('select 1', []), probePatienceMs);
  return async () => (await answer()) !== undefined;
}
