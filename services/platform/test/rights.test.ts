import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../src/database/database.ts';
import { noPostgresOfOurs, postgresServer, type Server } from '../testing/postgres.ts';

const serviceFolders = { order_book: 'order-book', chaos: 'chaos' } as const;
type Schema = keyof typeof serviceFolders;

let server: Server;
let folder: string;
beforeAll(async () => {
  if (noPostgresOfOurs) return;
  server = await postgresServer();
  folder = await mkdtemp(join(tmpdir(), 'waybill-rights-'));
}, 60_000);
afterAll(async () => {
  await server?.stop();
  if (folder) await rm(folder, { recursive: true });
});

test.skipIf(noPostgresOfOurs).for(['order_book', 'chaos'] as const)(
  'a service whose tables are up to date needs no right of their owner: %s',
  async (schema) => {
    const url = await databaseOf(schema, 'clerk');

    const database = await openDatabase({ url, migrations: migrationsOf(schema), schema });

    expect(await database.query('select current_user as name', [])).toEqual([{ name: 'clerk' }]);
    await database.close();
  },
);

test.skipIf(noPostgresOfOurs)('a user who may not migrate is told so under the name of the setting', async () => {
  const url = await databaseOf('chaos', 'visitor');

  await expect(openDatabase({ url, migrations: await oneMore('chaos'), schema: 'chaos' })).rejects.toThrow(
    'DATABASE_URL: Postgres 42501: permission denied for database',
  );
});

const migrationsOf = (schema: Schema) => new URL(`../../${serviceFolders[schema]}/migrations`, import.meta.url);

/** A database with all tables of a service, and a user who may do with them what the service does. */
async function databaseOf(schema: Schema, user: string): Promise<string> {
  const url = await server.freshDatabase();
  await openDatabase({ url, migrations: migrationsOf(schema), schema }).then((owned) => owned.close());
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`do $$ begin create role ${user} login; exception when duplicate_object then null; end $$`);
  await owner.query(`grant usage on schema ${schema} to ${user}`);
  await owner.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${user}`);
  await owner.query(`grant usage on all sequences in schema ${schema} to ${user}`);
  await owner.end();
  return url.replace('//postgres@', `//${user}@`);
}

/** The migrations of the service, and one that is not applied. */
async function oneMore(schema: Schema): Promise<URL> {
  await cp(migrationsOf(schema), folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8'));
  const idx = journal.entries.length;
  journal.entries.push({ ...journal.entries.at(-1), idx, when: journal.entries.at(-1).when + 1, tag: 'one_more' });
  await writeFile(file, JSON.stringify(journal));
  await writeFile(join(folder, 'one_more.sql'), `create table ${schema}.one_more (id int)`);
  return pathToFileURL(folder);
}
