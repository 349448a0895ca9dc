import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Writes each program of the repository, with its own modules and without its packages, into the folder. */
export async function bundle(root: string, programs: Readonly<Record<string, string>>, folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What a program imports once it has started stays a file of its own.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'silent',
    plugins: [ownModules(root)],
  });
}

/** Packages are left out; a module of ours still finds the files beside it by `import.meta.url`. */
const ownModules = (root: string): Plugin => ({
  name: 'own modules',
  setup({ onResolve, onLoad, resolve }) {
    const packages = join(root, 'node_modules') + sep;
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, kind, ...from }) => {
      if (pluginData === 'resolving' || kind === 'entry-point' || path.startsWith('@waybill/')) return;
      const found = await resolve(path, { kind, pluginData: 'resolving', resolveDir: from.resolveDir });
      const isElsewhere = found.path.startsWith(root) && !found.path.startsWith(packages);
      return { path: isElsewhere ? found.path : path, external: true };
    });
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: code.replaceAll('import.meta.url', JSON.stringify(`${pathToFileURL(path)}`)), loader: 'ts' };
    });
  },
});
