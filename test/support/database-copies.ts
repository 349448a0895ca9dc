import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite as Original, type PGliteOptions } from '@electric-sql/pglite';

const modules = new URL('../../node_modules/', import.meta.url);
const cache = new URL('.cache/waybill/', modules);

let untouched: Promise<Blob> | undefined;

/** Engines whose databases were closed; each holds more than a hundred megabytes. */
const idle: Original[] = [];
const mostIdle = 2;

/**
 * Replaces PGlite in tests: a database in memory is one that was closed, emptied, or else a copy of one that is created
 * once per release.
 */
export const PGlite = {
  defaultStartParams: Original.defaultStartParams,
  async create(dataDir: string, options: PGliteOptions): Promise<Original> {
    if (dataDir !== 'memory://') return Original.create(dataDir, options);
    for (let engine = idle.pop(); engine; engine = idle.pop()) if (await isEmptied(engine)) return lent(engine);
    untouched ??= untouchedDatabase(options);
    return lent(await Original.create(dataDir, { ...options, loadDataDir: await untouched }));
  },
};

/** An engine that can be used until it is closed, and is then kept for the next. */
function lent(engine: Original): Original {
  let isClosed = false;
  const close = async () => {
    if (isClosed) throw closed();
    isClosed = true;
    if (idle.length < mostIdle) idle.push(engine);
    else await engine.close();
  };
  /** What a test puts in the place of a method is not there for the next test. */
  const replaced: Record<PropertyKey, unknown> = { close };
  return new Proxy(engine, {
    set: (_, name, value) => Reflect.set(replaced, name, value),
    get(_, name) {
      if (Object.hasOwn(replaced, name)) return replaced[name];
      if (name === 'closed') return isClosed;
      const value: unknown = Reflect.get(engine, name, engine);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => (isClosed ? Promise.reject(closed()) : value.apply(engine, given));
    },
  });
}

const closed = () => new Error('PGlite is closed');

/** Whether nothing of its last database is left in it. */
async function isEmptied(engine: Original): Promise<boolean> {
  try {
    await engine.exec('rollback');
    await engine.exec('discard all');
    const { rows } = await engine.query<{ name: string }>(ownSchemas);
    await engine.exec([...rows.map(({ name }) => `drop schema "${name}" cascade`), 'create schema public'].join(';'));
    return true;
  } catch {
    return false;
  }
}

const ownSchemas = `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`;

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
