import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isUnreachable } from '../src/database/unreachable.ts';
import { type Database, openDatabase } from '../src/index.ts';
import { migrations } from './support/migrations.ts';

const patience = 60_000;
const mebibyte = 1024 * 1024;

let folder: string;
let schema: URL;
let free = 1_000 * mebibyte;
beforeAll(async () => {
  schema = await migrations('create table kept (id int)');
});
afterAll(() => rm(schema, { recursive: true }));
beforeEach(async () => {
  free = 1_000 * mebibyte;
  folder = await mkdtemp(join(tmpdir(), 'waybill-full-database-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const opened = (): Promise<Database> =>
  openDatabase({ dataDir: join(folder, 'database'), migrations: schema, freeBytes: () => free });

test(
  'an embedded database is not used while its disk is almost full, and again once there is space',
  async () => {
    const database = await opened();
    free = 31 * mebibyte;

    const refused = await database.query('insert into kept values (1)', []).catch((error: unknown) => error);
    const within = await database.transaction(async () => 'done').catch((error: unknown) => error);
    const reachable = [await database.reachable()];
    free = 32 * mebibyte;
    reachable.push(await database.reachable());
    await database.query('insert into kept values (2)', []);

    expect([refused, within].map(isUnreachable)).toEqual([true, true]);
    expect(refused).toMatchObject({ message: expect.stringContaining('is full: its database needs 32 MiB') });
    expect(reachable).toEqual([false, true]);
    expect(await database.query('select id from kept', [])).toEqual([{ id: 2 }]);
    expect(database.lost()).toBe(false);
    await database.close();
  },
  patience,
);

test('an embedded database is not opened on a full disk, and reports it', async () => {
  free = 0;

  await expect(opened()).rejects.toThrow(`The disk of ${folder} is full`);
});
