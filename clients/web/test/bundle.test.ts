import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = '../../node_modules/.cache/web-bundle';
const built = `${root}${outDir}/`;

type Chunk = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean };

describe('what a browser loads', () => {
  let manifest: Record<string, Chunk>;
  beforeAll(async () => {
    // As `npm run build` does it: under NODE_ENV=test React would be its development build.
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)('npx', ['vite', 'build', '--outDir', outDir, '--emptyOutDir'], { cwd: root, env });
    manifest = JSON.parse(await readFile(`${built}.vite/manifest.json`, 'utf8'));
  }, 120_000);

  /** A chunk and all that comes with it. */
  const withImports = (name: string, known = new Set<string>()): Set<string> => {
    if (known.has(name)) return known;
    known.add(name);
    for (const each of manifest[name]?.imports ?? []) withImports(each, known);
    return known;
  };
  const gzipped = async (files: Iterable<string>) => {
    const sizes = [...new Set(files)].map(async (file) => gzipSync(await readFile(`${built}${file}`)).length);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  const scripts = (names: Iterable<string>) => [...names].flatMap((name) => manifest[name]?.file ?? []);
  const styles = (names: Iterable<string>) => [...names].flatMap((name) => manifest[name]?.css ?? []);

  test('is at most 170 kB of script and 15 kB of style before the first page, and 40 kB for each page', async () => {
    const [entry = ''] = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
    const first = withImports(entry);
    const pages = manifest[entry]?.dynamicImports ?? [];
    const sizes = pages.map(async (page) =>
      gzipped(scripts([...withImports(page)].filter((name) => !first.has(name)))),
    );

    expect(await gzipped(scripts(first))).toBeLessThanOrEqual(170_000);
    expect(await gzipped(styles(first))).toBeLessThanOrEqual(15_000);
    expect(pages.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...(await Promise.all(sizes)))).toBeLessThanOrEqual(40_000);
  });

  test('has no script and no style in the document, and names no other host', async () => {
    const html = await readFile(`${built}index.html`, 'utf8');

    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/(src|href)="(?!\/)/);
  });
});
