import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../src/index.ts';

describe('a database in this process', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-one-session-'));
    database = await openDatabase({ migrations: await noMigrations(folder) });
    await database.query('create table notes (note text primary key)', []);
  }, 60_000);
  beforeEach(() => database.query('delete from notes', []));
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const note = (text: string) => database.query('insert into notes values ($1)', [text]);
  const noted = async () =>
    (await database.query<{ note: string }>('select note from notes order by note', [])).map(({ note }) => note);

  test('keeps a statement that comes while a transaction is open out of it', async () => {
    let meanwhile: Promise<unknown> | undefined;

    const undone = database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('in the transaction')`);
      meanwhile = note('beside it');
      await tx.execute(sql`insert into notes values ('in it as well')`);
      tx.rollback();
    });

    await expect(undone).rejects.toThrow('Rollback');
    await meanwhile;
    expect(await noted()).toEqual(['beside it']);
  });

  test('begins one transaction after another', async () => {
    const add = (text: string) =>
      database.db.transaction(async (tx) => {
        await tx.execute(sql`insert into notes values (${text})`);
        if (text === 'b') tx.rollback();
      });

    await Promise.allSettled(['a', 'b', 'c'].map(add));

    expect(await noted()).toEqual(['a', 'c']);
  });

  test('keeps what was sent together with a statement that fails', async () => {
    const sent = await Promise.allSettled(['a', 'a', 'b', 'c', 'c', 'd'].map(note));

    expect(sent.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, false, true]);
    expect(await noted()).toEqual(['a', 'b', 'c', 'd']);
  });
});

async function noMigrations(folder: string): Promise<URL> {
  await mkdir(join(folder, 'meta'));
  await writeFile(join(folder, 'meta', '_journal.json'), '{"entries":[]}');
  return pathToFileURL(folder);
}
