import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDatabase, makeDatabase } from '../src/database/new-database.ts';
import { openEngine } from '../src/database/pglite.ts';

const patience = 60_000;

let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-new-database-'));
  env = { XDG_CACHE_HOME: join(folder, 'cache') };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test(
  'the first new database of a machine is kept, and the next ones are copies of it',
  async () => {
    await makeDatabase(join(folder, 'first'), env);
    const [kept = ''] = await readdir(join(folder, 'cache', 'waybill'));
    await writeFile(join(folder, 'cache', 'waybill', kept, 'mark'), '');

    await makeDatabase(join(folder, 'second'), env);

    expect(await readdir(join(folder, 'second'))).toContain('mark');
    await rm(join(folder, 'second', 'mark'));
    for (const name of ['first', 'second']) expect(await answerOf(join(folder, name))).toBe(2);
    expect((await readdir(folder)).sort()).toEqual(['cache', 'first', 'second']);
  },
  patience,
);

test(
  'a new database is made although the cache folder cannot be written, or a killed process left a part of one',
  async () => {
    await writeFile(join(folder, 'cache'), 'no folder');
    await mkdir(join(folder, 'data.unfinished'));
    await writeFile(join(folder, 'data.unfinished', 'PG_VERSION'), '');

    await makeDatabase(join(folder, 'data'), env);

    expect(isDatabase(join(folder, 'data'))).toBe(true);
    expect(await answerOf(join(folder, 'data'))).toBe(2);
    expect((await readdir(folder)).sort()).toEqual(['cache', 'data']);
  },
  patience,
);

test(
  'a folder with other content is refused as a database, and unchanged',
  async () => {
    const data = join(folder, 'data');
    await mkdir(data);
    await writeFile(join(data, 'letter'), 'Dear Anna');

    await expect(makeDatabase(data, env)).rejects.toThrow(
      `${data} must be empty or hold a database: it contains other files`,
    );

    expect(await readdir(data)).toEqual(['letter']);
  },
  patience,
);

test(
  'no other user of the machine can read or write a database, a new one or one that was open to all',
  async () => {
    const data = join(folder, 'data');
    const access = async () => {
      await openEngine(data).then((engine) => engine.close());
      return (await stat(data)).mode & 0o777;
    };

    const ofNew = await access();
    await chmod(data, 0o755);

    expect([ofNew, await access()]).toEqual([0o700, 0o700]);
  },
  patience,
);

async function answerOf(dataDir: string): Promise<unknown> {
  const engine = await openEngine(dataDir);
  const { rows } = await engine.query<{ answer: number }>('select 1 + 1 as answer');
  await engine.close();
  return rows[0]?.answer;
}
