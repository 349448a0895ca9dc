import { rm } from 'node:fs/promises';
import { BadSettings } from '@waybill/contracts/settings';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase, runCommand } from '../src/index.ts';
import { migrations } from './support/migrations.ts';

const email = 'canary@canary.example';

let folder: URL;
let database: Database;
beforeAll(async () => {
  folder = await migrations('create table people (email text primary key check (length(email) < 50))');
  database = await openDatabase({ migrations: folder });
}, 60_000);
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const raised = `do $$begin raise exception 'not this: %', '${email}'; end$$`;

describe('a command, when a statement fails', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'whose value is none',
      () => database.transaction((tx) => tx.execute(sql`select ${email}::int`)),
      'Postgres 22P02',
    ],
    ['whose value is none, written out', () => database.query('select $1::int', [email]), 'Postgres 22P02'],
    ['that is raised by hand', () => database.query(raised, []), 'Postgres P0001'],
    [
      'whose table is gone',
      () => database.transaction((tx) => tx.execute(sql`insert into gone values (${email})`)),
      'Postgres 42P01: relation "gone" does not exist',
    ],
    [
      'whose row breaks a rule',
      () => database.query('insert into people values ($1)', [email.repeat(9)]),
      'Postgres 23514: new row for relation "people" violates check constraint "people_email_check" (people, people_email_check)',
    ],
  ])('%s, reports it in one line without the values', async (_, statement, line) => {
    const lines = await saidBy((log) => runCommand(log, async () => void (await statement())));

    expect(lines).toMatchObject([{ level: 60, error: line, msg: 'cannot go on' }]);
    expect(JSON.stringify(lines)).not.toMatch(/canary/);
  });
});

test.each([
  [
    'a setting that is wrong',
    new BadSettings('WAYBILL_SERVICE_TOKEN: is required in production'),
    'WAYBILL_SERVICE_TOKEN: is required in production',
  ],
  ['a port that is taken', new Error('listen EADDRINUSE: 127.0.0.1:4000'), 'listen EADDRINUSE: 127.0.0.1:4000'],
  [
    'a host of which no address answers',
    new AggregateError([new Error('connect ECONNREFUSED ::1:1'), new TypeError('connect ECONNREFUSED 127.0.0.1:1'), 1]),
    'connect ECONNREFUSED ::1:1; TypeError: connect ECONNREFUSED 127.0.0.1:1; a value that is not an error was thrown',
  ],
  ['an error without a word', new Error(''), 'Error'],
  ['a bug', new TypeError('x is not a function'), 'TypeError: x is not a function'],
])('%s is reported unchanged', async (_, error, line) => {
  const lines = await saidBy((log) => runCommand(log, () => Promise.reject(error)));

  expect(lines).toMatchObject([{ level: 60, error: line }]);
});

/** The lines that a process logs before it ends with the code 1. */
async function saidBy(run: (log: pino.Logger) => Promise<void>): Promise<unknown[]> {
  const lines: unknown[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => lines.push(JSON.parse(line)) });
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  await expect(run(log)).rejects.toThrow('ended');
  expect(exit.mock.calls).toEqual([[1]]);
  return lines;
}
