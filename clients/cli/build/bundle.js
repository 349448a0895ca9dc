import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['clients/cli/src', 'clients/typed/src', 'clients/terminal/src'];
/** They say which libraries are in it, and how it is made. */
const recipe = ['clients/cli/package.json', 'clients/terminal/package.json', 'clients/typed/package.json'];
const cache = join(root, 'node_modules/.cache/waybill-cli');

/** CommonJS libraries ask for Node's own modules. */
const banner = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);`;

export async function bundleInto(folder, { forTarball = false } = {}) {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(root, 'clients/cli/package.json'), 'utf8'));
  await build({
    entryPoints: [join(root, 'clients/cli/src/main.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: forTarball,
    external: ['bufferutil', 'utf-8-validate', '@colors/colors'],
    define: { BUILD_VERSION: JSON.stringify(version), BUILD_ROOT: JSON.stringify(forTarball ? '' : root) },
    banner: { js: banner },
    logLevel: 'error',
  });
}

/** Named by the content of its sources, so that none that is stale is ever run. */
export async function currentBundle() {
  const folder = join(cache, contentOf([...sources.flatMap(filesIn), ...recipe]));
  if (!existsSync(folder)) await makeBundle(folder);
  return pathToFileURL(join(folder, 'main.js')).href;
}

/** Whole or not at all: another terminal may be making the same. */
async function makeBundle(folder) {
  process.stderr.write('Building the command line, once …\n');
  const partial = `${folder}.${process.pid}`;
  const older = existsSync(cache) ? readdirSync(cache).filter((name) => !name.includes('.')) : [];
  mkdirSync(cache, { recursive: true });
  await bundleInto(partial);
  try {
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(partial, { recursive: true });
  }
  for (const name of older) rmSync(join(cache, name), { recursive: true, force: true });
}

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();

function contentOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
