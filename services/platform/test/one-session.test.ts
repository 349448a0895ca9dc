import { rm } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openEngine } from '../src/database/pglite.ts';
import { poolOn } from '../src/database/pools.ts';
import { transactionsOn } from '../src/database/transaction.ts';
import { isUnreachable } from '../src/database/unreachable.ts';
import { type Database, openDatabase } from '../src/index.ts';
import { migrations } from './support/migrations.ts';

describe('a database in this process', () => {
  let folder: URL;
  let database: Database;
  beforeAll(async () => {
    folder = await migrations('create table notes (note text primary key)');
    database = await openDatabase({ migrations: folder });
  }, 60_000);
  beforeEach(() => database.query('delete from notes', []));
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const note = (text: string) => database.query('insert into notes values ($1)', [text]);
  const noted = async () =>
    (await database.query<{ note: string }>('select note from notes order by note', [])).map(({ note }) => note);

  test('keeps a statement that arrives during a transaction out of it', async () => {
    let meanwhile: Promise<unknown> | undefined;

    const undone = database.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('in the transaction')`);
      meanwhile = note('beside it');
      await tx.execute(sql`insert into notes values ('in it as well')`);
      throw new Error('No');
    });

    await expect(undone).rejects.toThrow('No');
    await meanwhile;
    expect(await noted()).toEqual(['beside it']);
  });

  test('runs one transaction after another', async () => {
    const add = (text: string) =>
      database.transaction(async (tx) => {
        await tx.execute(sql`insert into notes values (${text})`);
        if (text === 'b') throw new Error('No');
      });

    await Promise.allSettled(['a', 'b', 'c'].map(add));

    expect(await noted()).toEqual(['a', 'c']);
  });

  test('keeps what was sent together with a statement that fails', async () => {
    const sent = await Promise.allSettled(['a', 'a', 'b', 'c', 'c', 'd'].map(note));

    expect(sent.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, false, true]);
    expect(await noted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('rolls back a transaction in which a statement failed without being noticed, and says so', async () => {
    const careless = database.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('a')`);
      await tx.execute(sql`insert into notes values ('a')`).catch(() => undefined);
    });

    await expect(careless).rejects.toThrow('A statement failed and its error was ignored');
    expect(await noted()).toEqual([]);
  });

  test('reads in a snapshot as of one moment, and writes nothing', async () => {
    const isolation = await database.transaction(async (tx) => {
      const { rows } = (await tx.execute(sql`show transaction_isolation`)) as { rows: unknown[] };
      return rows;
    }, 'snapshot');
    const writing = database.transaction((tx) => tx.execute(sql`insert into notes values ('a')`), 'snapshot');

    await expect(writing).rejects.toMatchObject({ cause: { code: '25006' } });
    expect(isolation).toEqual([{ transaction_isolation: 'repeatable read' }]);
    expect(await noted()).toEqual([]);
  });

  test('that never returns from a transaction is lost, and reports it', async () => {
    const other = await openDatabase({ migrations: folder, patienceMs: 50 });
    const never = new Promise<never>(() => undefined);
    void other.transaction(() => never);

    await expect.poll(() => other.lost()).toBe(true);
    expect(database.lost()).toBe(false);
    await other.close();
  });

  describe('whose session breaks', () => {
    test.each(['begin', 'insert', 'commit', 'rollback'])(
      'at %s is replaced, without any effect of the transaction',
      async (word) => {
        const { pool, breakAt, close } = await aBreakablePool();
        await pool.query('create table notes (note text primary key)');
        breakAt(word);
        const broken = transactionsOn(pool)(async (tx) => {
          await tx.execute(sql`insert into notes values ('undone')`);
          if (word === 'rollback') throw new Error('No');
        });
        const beside = pool.query('select note from notes');
        const [failure] = await Promise.allSettled([broken]);

        await transactionsOn(pool)((tx) => tx.execute(sql`insert into notes values ('done')`));

        expect(failure).toMatchObject({ status: 'rejected' });
        expect(word === 'rollback' || isUnreachable((failure as PromiseRejectedResult).reason)).toBe(true);
        expect((await beside).rows).toEqual([]);
        expect((await pool.query('select note from notes')).rows).toEqual([{ note: 'done' }]);
        await close();
      },
    );

    test('is lost only when it cannot be replaced', async () => {
      const { pool, lost, engine } = await aBreakablePool();
      await pool.query('select 1');
      const before = lost();
      await engine.close();

      const failures = await Promise.allSettled([pool.query('select 1'), pool.query('select 1')]);
      await pool.query('select 1').catch(() => undefined);

      expect(before).toBe(false);
      expect(failures.map((end) => end.status === 'rejected' && isUnreachable(end.reason))).toEqual([true, true]);
      expect(lost()).toBe(true);
    });
  });
});

/** A pool on an engine that fails once, when it is told a word. */
async function aBreakablePool() {
  const engine = await openEngine(undefined);
  let word: string | undefined;
  const send = engine.execProtocolRawStream.bind(engine);
  engine.execProtocolRawStream = async (message, options) => {
    if (word === undefined || !Buffer.from(message).includes(word)) return send(message, options);
    word = undefined;
    throw new Error('Out of order');
  };
  const breakAt = (said: string) => {
    word = said;
  };
  return { engine, breakAt, ...poolOn(engine, { patienceMs: 10_000 }) };
}
