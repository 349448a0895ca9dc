import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PGlite } from '@electric-sql/pglite';
import { cacheFolder } from '@waybill/contracts/settings';

/**
 * Creates the folder of a new database atomically. Initializing one takes seconds of CPU, so an empty one for each
 * release of PGlite is kept in the user's cache folder and copied.
 */
export async function makeDatabase(dataDir: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0)
    throw new Error(`${dataDir} must be empty or hold a database: it contains other files`);
  const kept = join(cacheFolder(env, homedir()), `database-${releaseOfPGlite()}`);
  const unfinished = `${dataDir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  if (isDatabase(kept)) await cp(kept, unfinished, { recursive: true });
  else await initialize(unfinished).then(() => keep(unfinished, kept));
  await rename(unfinished, dataDir);
}

/** A cache that cannot be written, or that another process has written meanwhile, is not an error. */
async function keep(database: string, kept: string): Promise<void> {
  const unfinished = `${kept}.${process.pid}`;
  try {
    await mkdir(dirname(kept), { recursive: true });
    await cp(database, unfinished, { recursive: true });
    await rename(unfinished, kept);
  } catch {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  }
}

export const isDatabase = (dataDir: string): boolean => existsSync(join(dataDir, 'PG_VERSION'));

async function initialize(dataDir: string): Promise<void> {
  await PGlite.create(dataDir).then((maker) => maker.close());
  collectGarbage();
}

/** The memory of an engine creates no pressure on the garbage collector: left alone, it is freed only after minutes. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const releaseOfPGlite = (): string =>
  createRequire(import.meta.url)('../../package.json').dependencies['@electric-sql/pglite'];
