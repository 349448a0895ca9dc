import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../build/package.ts';
import { aGateway } from './support/gateway.ts';
import { aViewer } from './support/viewer.ts';

/** A folder within the package, so that its dependencies are resolved. */
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
let folder: string;
beforeAll(async () => {
  await mkdir(dist, { recursive: true });
  folder = await mkdtemp(join(dist, 'test-'));
  await built(pathToFileURL(`${folder}/`));
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the published package runs in plain Node', async () => {
  await using gateway = await aGateway({ viewer: () => aViewer });
  const program = `
    import { connect, ViewerDocument } from '${pathToFileURL(join(folder, 'index.js'))}';
    const shop = connect({ url: '${gateway.url()}', token: () => 'token-1' });
    console.log((await shop.request(ViewerDocument, {})).viewer.id);
  `;

  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);

  expect(stdout).toBe('ada\n');
});

test('every file that the published README names is published with it', async () => {
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const named = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  const missing = named.filter((path) => !existsSync(join(folder, path)));

  expect(named).toContain('examples/order.html');
  expect(missing).toEqual([]);
});

test('the source is not packed by mistake', async () => {
  const cwd = fileURLToPath(new URL('../', import.meta.url));
  const packing = promisify(execFile)('npm', ['pack', '--dry-run'], { cwd });

  await expect(packing).rejects.toMatchObject({ stderr: expect.stringContaining('npm run build -w @waybill/client') });
});

test('the published package exports plain modules and their types', async () => {
  const published = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));

  expect(published).toMatchObject({ exports: { '.': { types: './index.d.ts', default: './index.js' } } });
  expect(published).not.toHaveProperty('private');
});
