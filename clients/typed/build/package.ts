import { execFile } from 'node:child_process';
import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const here = new URL('../', import.meta.url);
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

const entries = ['index', 'documents', 'react'];

const exported = (name: string) => [
  name === 'index' ? '.' : `./${name}`,
  { types: `./${name}.d.ts`, default: `./${name}.js` },
];

/**
 * Writes the package as it is published into a folder: modules with their types, for browsers and Node, without
 * dependencies.
 */
export async function built(folder: URL): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const project = fileURLToPath(new URL('tsconfig.build.json', here));
  await promisify(execFile)(process.execPath, [tsc, '-p', project, '--outDir', fileURLToPath(folder)]);
  await build({
    entryPoints: entries.map((name) => fileURLToPath(new URL(`src/${name}.ts`, here))),
    outdir: fileURLToPath(folder),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['react'],
  });
  for (const [from, to] of [
    ['README.md', 'README.md'],
    ['CHANGELOG.md', 'CHANGELOG.md'],
    ['../../LICENSE', 'LICENSE'],
    ['../../schema/graphql/schema.graphql', 'schema.graphql'],
  ] as const)
    await copyFile(new URL(from, here), new URL(to, folder));
  for (const name of ['examples', 'recipes']) await cp(new URL(name, here), new URL(name, folder), { recursive: true });
  await writeFile(new URL('package.json', folder), `${JSON.stringify(await published(), null, 2)}\n`);
}

async function published(): Promise<object> {
  const content = JSON.parse(await readFile(new URL('package.json', here), 'utf8'));
  const { private: _, scripts, dependencies, devDependencies, ...kept } = content; // dependencies are bundled
  return {
    ...kept,
    peerDependencies: { react: '>=18' },
    peerDependenciesMeta: { react: { optional: true } },
    engines: { node: '>=20.19' },
    sideEffects: false,
    files: ['*.js', '**/*.d.ts', 'schema.graphql', 'examples', 'recipes', 'CHANGELOG.md'],
    exports: { ...Object.fromEntries(entries.map(exported)), './package.json': './package.json' },
  };
}
