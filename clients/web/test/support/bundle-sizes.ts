import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean };
type Manifest = Record<string, Chunk>;

/** The gzipped bytes that a browser loads of a built dashboard: before the first page, and for each page. */
export async function bundleSizes(built: string): Promise<{ scripts: number; styles: number; pages: number[] }> {
  const manifest = JSON.parse(await readFile(join(built, '.vite/manifest.json'), 'utf8')) as Manifest;
  const [entry = ''] = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  const first = withImports(manifest, entry);
  const chunks = (names: Iterable<string>) => [...names].flatMap((name) => manifest[name] ?? []);
  const scripts = (names: Iterable<string>) =>
    gzipped(
      built,
      chunks(names).map(({ file }) => file),
    );
  const pages = (manifest[entry]?.dynamicImports ?? []).map((page) =>
    scripts([...withImports(manifest, page)].filter((name) => !first.has(name))),
  );
  return {
    scripts: await scripts(first),
    styles: await gzipped(
      built,
      chunks(first).flatMap(({ css = [] }) => css),
    ),
    pages: await Promise.all(pages),
  };
}

/** A chunk and everything that it loads. */
function withImports(manifest: Manifest, name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const each of manifest[name]?.imports ?? []) withImports(manifest, each, known);
  return known;
}

async function gzipped(built: string, files: Iterable<string>): Promise<number> {
  const sizes = [...new Set(files)].map(async (file) => gzipSync(await readFile(join(built, file))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
