import { expect, test } from 'vitest';
import { openEngine } from '../src/database/pglite.ts';

test('a database in memory has nothing of the one that was closed before it', async () => {
  const before = await openEngine(undefined);
  await before.exec('create table letters (id int); create schema own; create table own.letters (id int)');
  await before.exec("prepare reading as select 1; set lock_timeout = '7s'; begin; insert into letters values (1)");
  await before.close();

  const after = await openEngine(undefined);
  const { rows: tables } = await after.query('select 1 from pg_tables where tablename = $1', ['letters']);
  const { rows: prepared } = await after.query("select 1 from pg_prepared_statements where name = 'reading'");
  const { rows: settings } = await after.query('show lock_timeout');
  const { rows: schemas } = await after.query("select nspname from pg_namespace where nspname in ('own', 'public')");
  await after.close();

  expect([tables, prepared, settings, schemas]).toEqual([[], [], [{ lock_timeout: '0' }], [{ nspname: 'public' }]]);
});

test('a database that was closed does not answer, nor does a replaced method outlive it', async () => {
  const before = await openEngine(undefined);
  before.query = () => Promise.reject(new Error('replaced'));
  await before.close();

  const after = await openEngine(undefined);

  await expect(before.exec('select 1')).rejects.toThrow('PGlite is closed');
  expect((await after.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await after.close();
});
