import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleSizes } from './support/bundle-sizes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = '../../node_modules/.cache/web-bundle';
const built = `${root}${outDir}/`;

describe('what a browser loads', () => {
  beforeAll(async () => {
    // These tests run under NODE_ENV=test: the build must not depend on it.
    await promisify(execFile)('npx', ['vite', 'build', '--outDir', outDir, '--emptyOutDir'], { cwd: root });
  }, 120_000);

  test('is at most 170 kB of script and 15 kB of style before the first page, and 40 kB for each page', async () => {
    const { scripts, styles, pages } = await bundleSizes(built);

    expect(scripts).toBeLessThanOrEqual(170_000);
    expect(styles).toBeLessThanOrEqual(15_000);
    expect(pages.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...pages)).toBeLessThanOrEqual(40_000);
  });

  test('has no script and no style in the document, and names no other host', async () => {
    const html = await readFile(`${built}index.html`, 'utf8');

    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/(src|href)="(?!\/)/);
  });
});
