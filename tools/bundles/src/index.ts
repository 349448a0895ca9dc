import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from './bundle.ts';
import { digestOf } from './digest.ts';
import { createWhole, type Make } from './whole-file.ts';

export { bundle } from './bundle.ts';
export { digestOf } from './digest.ts';
export { programText } from './program-text.ts';

const programs = {
  gateway: 'services/gateway/src/main.ts',
  chaos: 'services/chaos/src/main.ts',
  'order-book': 'services/order-book/src/main.ts',
  worker: 'worker/src/main.ts',
  'worker-bundle': 'worker/src/bundle.ts',
};
export type Programs = Record<keyof typeof programs, string>;

type Bundling = {
  /** The folder of the repository. */
  root?: string;
  say?: (line: string) => void;
  /** Aborting ends what is under way. */
  signal?: AbortSignal;
};

const here = fileURLToPath(new URL('../../../', import.meta.url));
const clients = ['http', 'orders', 'order-book', 'providers'].map((name) => `clients/${name}`);
const sources = ['schema', 'services', 'worker', 'package-lock.json', ...clients];
/** No service is imported by a workflow: a change to one leaves the bundle of the workflows as it is. */
const workflowSources = ['schema', 'worker', 'package-lock.json', ...clients];

/**
 * Paths of the processes of Waybill as one file each, which start three times as fast as their sources. They are
 * bundled again when a source changes.
 */
export async function bundledPrograms({ root = here }: Bundling = {}): Promise<Programs> {
  const folder = await keepBundle(root, 'programs', digestOf(root, sources), (unfinished) =>
    bundle(root, programs, unfinished),
  );
  const paths = Object.keys(programs).map((name) => [name, join(folder, `${name}.mjs`)]);
  return Object.fromEntries(paths) as Programs;
}

/** The path of the bundle of all workflows, for `WAYBILL_WORKFLOW_BUNDLE`; the first time takes seconds. */
export const bundledWorkflows = ({ root = here, say = () => undefined, signal }: Bundling = {}): Promise<string> =>
  keepBundle(root, 'workflows', digestOf(root, workflowSources), async (unfinished) => {
    say('Bundling the workflows. This takes some seconds, once.');
    const { 'worker-bundle': program } = await bundledPrograms({ root });
    await promisify(execFile)(process.execPath, [program, unfinished], { cwd: root, ...(signal ? { signal } : {}) });
  });

/** Both, for a whole system; the workflows may be bundled already. */
export async function bundledSystem(bundling: Bundling, workflows: string | undefined) {
  const programs = await bundledPrograms(bundling);
  return { programs, workflows: workflows || (await bundledWorkflows(bundling)) };
}

/** The bundle of these sources, made if there is none; old ones are removed. */
async function keepBundle(root: string, name: string, digest: string, make: Make): Promise<string> {
  const target = join(root, 'node_modules/.cache/waybill', `${name}-${digest.slice(0, 16)}`);
  if (existsSync(target)) return target;
  await createWhole(target, make);
  await removeOldest(dirname(target), name);
  return target;
}

/** A process that runs may still import from the bundle that it was started from. */
const kept = 4;

async function removeOldest(folder: string, name: string): Promise<void> {
  const bundles = (await readdir(folder)).filter((entry) => entry.startsWith(`${name}-`));
  const ages = await Promise.all(
    bundles.map(async (entry) => ({
      entry,
      at: (await stat(join(folder, entry)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  );
  const old = ages.toSorted((a, b) => b.at - a.at).slice(kept);
  await Promise.all(old.map(({ entry }) => rm(join(folder, entry), { recursive: true, force: true })));
}
