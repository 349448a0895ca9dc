import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite as Original, type PGliteOptions } from '@electric-sql/pglite';

const modules = new URL('../../node_modules/', import.meta.url);
const cache = new URL('.cache/waybill/', modules);

let untouched: Promise<Blob> | undefined;

/** Replaces PGlite in tests: databases in memory are copies of one that is created once per release. */
export const PGlite = {
  defaultStartParams: Original.defaultStartParams,
  async create(dataDir: string, options: PGliteOptions): Promise<Original> {
    if (dataDir !== 'memory://') return Original.create(dataDir, options);
    untouched ??= untouchedDatabase(options);
    return Original.create(dataDir, { ...options, loadDataDir: await untouched });
  },
};

async function untouchedDatabase(options: PGliteOptions): Promise<Blob> {
  const release = JSON.parse(await readFile(new URL('@electric-sql/pglite/package.json', modules), 'utf8'));
  const file = new URL(`pglite-${release.version}.tar`, cache);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Blob([kept]);
  const maker = await Original.create('memory://', options);
  const made = await maker.dumpDataDir('none');
  await maker.close();
  await keep(file, made);
  return made;
}

/** Written atomically: other processes read it. */
async function keep(file: URL, dump: Blob): Promise<void> {
  const partial = new URL(`${file.href}.${process.pid}`);
  await mkdir(cache, { recursive: true });
  await writeFile(partial, new Uint8Array(await dump.arrayBuffer()));
  await rename(partial, file);
}
