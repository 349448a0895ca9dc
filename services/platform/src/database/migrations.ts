import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import type { WithoutLimits } from './without-limits.ts';

export type Migrations = {
  /** The folder of numbered SQL files with drizzle's `meta/_journal.json`. */
  migrationsFolder: string;
  /** The Postgres schema that records which were applied. */
  migrationsSchema: string;
};

/** Two processes that start at once do not both migrate: the later one waits, however long that takes. */
export const migrateAlone = (withoutLimits: WithoutLimits, migrations: Migrations): Promise<void> =>
  withoutLimits(async (session) => {
    await session.query(`select pg_advisory_lock(hashtext('waybill migrations'))`);
    try {
      if (!(await areApplied(session, migrations))) await migrate(drizzle(session as pg.Client), migrations);
    } finally {
      await session.query(`select pg_advisory_unlock(hashtext('waybill migrations'))`).catch(() => undefined);
    }
  });

/** Whether nothing is to be done, by the rule of drizzle's migrator: that one needs the rights of an owner to find out. */
async function areApplied(session: pg.ClientBase, { migrationsFolder, migrationsSchema }: Migrations) {
  const table = `"${migrationsSchema}".__drizzle_migrations`;
  const { rows: tables } = await session.query('select to_regclass($1) is not null as exists', [table]);
  if (!tables[0]?.exists) return false;
  const { rows } = await session.query(`select max(created_at) as newest from ${table}`);
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  return rows[0]?.newest !== null && Number(rows[0]?.newest) >= Math.max(...known);
}
