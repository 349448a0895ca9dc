import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../src/database/pglite.ts';

const patience = 120_000;
const script = fileURLToPath(new URL('support/killed-at-write.mjs', import.meta.url));

let folder: string;
/** As a killed process left it: with one row, and a lock file. */
let leftBehind: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-killed-database-'));
  leftBehind = join(folder, 'left-behind');
  const engine = await openEngine(leftBehind);
  await engine.exec('create table kept (row int); insert into kept values (1)');
  await engine.close();
  await writeFile(join(leftBehind, 'postmaster.pid'), '-42\n/pglite/data\n');
}, patience);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Those of the lock file. */
const firstChanges = [1, 2, 3, 4, 5];

test.each(firstChanges)(
  'a database whose process was killed at change %i of its start opens, and has what was written',
  async (nth) => {
    const dataDir = join(folder, `killed-at-${nth}`);
    await cp(leftBehind, dataDir, { recursive: true });

    expect(await killedAt(dataDir, nth)).toBe('SIGKILL');

    expect(await rowsOf(dataDir)).toContain(1);
  },
  patience,
);

test.each(['', '-', '-42'])(
  'a database whose lock file is %j opens, and has what was written',
  async (content) => {
    const dataDir = join(folder, `locked${content}`);
    await cp(leftBehind, dataDir, { recursive: true });
    await writeFile(join(dataDir, 'postmaster.pid'), content);

    expect(await rowsOf(dataDir)).toEqual([1]);
  },
  patience,
);

async function killedAt(dataDir: string, nth: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [script, dataDir, String(nth)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [, signal] = await once(child, 'exit');
  return signal;
}

async function rowsOf(dataDir: string): Promise<number[]> {
  const engine = await openEngine(dataDir);
  const { rows } = await engine.query<{ row: number }>('select row from kept');
  await engine.close();
  return rows.map(({ row }) => row);
}
