import { PGlite as Original, type PGliteOptions } from '@electric-sql/pglite';

/** The first database in memory that this process has made, as it was before anybody used it. */
let untouched: Promise<Blob> | undefined;

/** Stands in for PGlite in tests: databases in memory are copies of one that is made once. */
export const PGlite = {
  defaultStartParams: Original.defaultStartParams,
  async create(dataDir: string, options: PGliteOptions): Promise<Original> {
    if (dataDir !== 'memory://') return Original.create(dataDir, options);
    untouched ??= Original.create(dataDir, options).then(dumped);
    return Original.create(dataDir, { ...options, loadDataDir: await untouched });
  },
};

async function dumped(made: Original): Promise<Blob> {
  const dump = await made.dumpDataDir('none');
  await made.close();
  return dump;
}
