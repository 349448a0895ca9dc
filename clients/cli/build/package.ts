import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleInto } from './bundle.js';

const here = new URL('../', import.meta.url);

/** Writes the package as it is published into a folder: the bundle, which needs no other package. */
export async function built(folder: URL): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundleInto(fileURLToPath(new URL('bundle', folder)), { forTarball: true });
  await copyFile(new URL('README.md', here), new URL('README.md', folder));
  await copyFile(new URL('../../LICENSE', here), new URL('LICENSE', folder));
  await writeFile(new URL('waybill.js', folder), "#!/usr/bin/env node\nimport './bundle/main.js';\n", { mode: 0o755 });
  await writeFile(new URL('package.json', folder), `${JSON.stringify(await published(), null, 2)}\n`);
}

async function published(): Promise<object> {
  const content = JSON.parse(await readFile(new URL('package.json', here), 'utf8'));
  const { private: _, scripts, dependencies, devDependencies, ...kept } = content; // dependencies are bundled
  return { ...kept, bin: { waybill: 'waybill.js' }, engines: { node: '>=20.19' } };
}
