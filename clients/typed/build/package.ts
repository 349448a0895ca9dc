import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = new URL('../', import.meta.url);
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** The package as it is published, in a folder: plain modules with their types, for a browser as for Node. */
export async function built(folder: URL): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const project = fileURLToPath(new URL('tsconfig.build.json', here));
  await promisify(execFile)(process.execPath, [tsc, '-p', project, '--outDir', fileURLToPath(folder)]);
  const {
    private: _,
    scripts,
    devDependencies,
    ...published
  } = JSON.parse(await readFile(new URL('package.json', here), 'utf8'));
  const entry = { types: './index.d.ts', default: './index.js' };
  const content = { ...published, engines: { node: '>=20.19' }, sideEffects: false, exports: { '.': entry } };
  await writeFile(new URL('package.json', folder), `${JSON.stringify(content, null, 2)}\n`);
}
