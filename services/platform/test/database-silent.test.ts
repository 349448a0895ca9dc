import { rm } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, type Db, openDatabase } from '../src/index.ts';
import { type Line, lineTo, noPostgres, noPostgresOfOurs, postgresServer, type Server } from '../testing/postgres.ts';
import { migrations } from './support/migrations.ts';
import { failures } from './support/unreachable.ts';

const minute = 60_000;
/** More than a pool has connections. */
const many = Array.from({ length: 20 }, (_, n) => `note ${n}`);

describe.skipIf(noPostgres)(`a Postgres that fails${noPostgres ? `: ${noPostgres}` : ''}`, () => {
  let server: Server;
  let line: Line;
  let folder: URL;
  let database: Database;
  let witness: Database;
  beforeAll(async () => {
    server = await postgresServer();
    folder = await migrations('create table notes (note text primary key)');
  }, minute);
  beforeEach(async () => {
    const url = await server.freshDatabase();
    line = await lineTo(url);
    database = await openDatabase({ url: line.url, migrations: folder, patienceMs: 1_500 });
    witness = await openDatabase({ url, migrations: folder });
  });
  afterEach(async () => {
    await database.close();
    await Promise.all([line.close(), witness.close()]);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  }, minute);

  const noteIn = (tx: Db, note: string) => tx.execute(sql`insert into notes values (${note})`);
  const note = (text: string) => database.transaction((tx) => noteIn(tx, text));
  const noted = async () =>
    (await witness.query<{ note: string }>('select note from notes order by note', [])).map(({ note }) => note);

  test('fails all transactions that wait for it, and has lost no connection when it is back', async () => {
    await Promise.all(many.map((each) => note(`before ${each}`)));
    line.fallSilent();
    const meanwhile = await failures(many.map((each) => note(`meanwhile ${each}`)));
    line.speak();

    await Promise.all(many.map(note));

    expect(meanwhile).toEqual(many.map(() => true));
    expect(await noted()).toEqual(expect.arrayContaining(many));
    expect(database.lost()).toBe(false);
  });

  test.each(['begin', 'cut note', 'commit'])('cuts a connection at %s, and the pool replaces it', async (word) => {
    await Promise.all(many.map((each) => note(`before ${each}`)));
    line.cutAt(word);
    const cut = await failures(many.map((each) => note(`cut ${each}`)));
    line.cutAt(undefined);

    await Promise.all(many.map(note));

    expect(cut).toEqual(many.map(() => true));
    expect(await noted()).toEqual(expect.arrayContaining(many));
  });

  test.each(['insert', 'rollback'])(
    'is silent at %s, and the connection of the transaction is not reused',
    async (word) => {
      line.silentAt(word);
      const undone = database.transaction(async (tx) => {
        await noteIn(tx, 'undone');
        throw new Error('No');
      });
      await undone.catch(() => undefined);
      line.speak();

      await Promise.all(many.map((each) => database.query('insert into notes values ($1)', [each])));

      expect(await noted()).toEqual([...many].sort());
    },
  );

  test('refuses a statement, and its error is the error of the transaction', async () => {
    const twice = database.transaction(async (tx) => {
      await noteIn(tx, 'one');
      await noteIn(tx, 'one');
    });

    await expect(twice).rejects.toMatchObject({ cause: { code: '23505' } });
    expect(await noted()).toEqual([]);
  });

  test.skipIf(noPostgresOfOurs)('is frozen, and everything continues once it continues', async () => {
    await Promise.all(many.map((each) => note(`before ${each}`)));
    await server.freeze();
    const meanwhile = await failures([
      ...many.map((each) => note(`meanwhile ${each}`)),
      ...many.map((each) => database.query('select $1::text', [each])),
    ]);
    await server.thaw();

    await Promise.all(many.map(note));

    expect(meanwhile).toEqual([...many, ...many].map(() => true));
    expect(await noted()).toEqual(expect.arrayContaining(many));
  });

  test('does not keep a database from being closed', async () => {
    const other = await openDatabase({ url: line.url, migrations: folder });
    await other.query('select 1', []);
    line.fallSilent();

    await other.close();

    expect(await witness.reachable()).toBe(true);
  });

  test('is unavailable, which does not make the pool lost', async () => {
    line.fallSilent();

    const meanwhile = await failures(many.flatMap((each) => [note(each), note(`${each} again`)]));

    expect(meanwhile).not.toContain(false);
    expect(database.lost()).toBe(false);
  });

  test('has connections that are never released, and the pool reports that it is lost', async () => {
    const never = new Promise<never>(() => undefined);
    for (const _ of many) void database.transaction(() => never).catch(() => undefined);

    await expect.poll(() => database.lost(), { timeout: minute / 3 }).toBe(true);
  });

  test('has a limit for statements, except for migrations and other long work', async () => {
    const url = await server.freshDatabase();
    const own = await openDatabase({ url, migrations: folder });
    await own.query(`alter database ${new URL(url).pathname.slice(1)} set statement_timeout = 100`, []);
    const slow = await migrations('select pg_sleep(1.5)');

    const opened = await openDatabase({ url, migrations: slow, schema: 'slow', patienceMs: 1_000 });
    const patient = await opened.patiently((query) => query('select pg_sleep(1.5)', []));
    const limited = opened.query('select pg_sleep(1.5)', []);

    await expect(limited).rejects.toMatchObject({ code: '57014' });
    expect(patient).toHaveLength(1);
    await Promise.all([own.close(), opened.close(), rm(slow, { recursive: true })]);
  });
});
