import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);

export type Broken = { rule: string; file: string };

/** A copy of the tree with additional files that break its rules. */
export async function aCopyWith(planted: Record<string, string>) {
  const copy = await mkdtemp(join(tmpdir(), 'waybill-copy-'));
  await copyTree(copy);
  await linkPackages(copy);
  for (const [file, content] of Object.entries(planted)) {
    await mkdir(join(copy, dirname(file)), { recursive: true });
    await writeFile(join(copy, file), content);
  }
  return {
    brokenImports: () => brokenImports(copy),
    brokenBoundaries: () => brokenBoundaries(copy),
    remove: () => rm(copy, { recursive: true, force: true }),
  };
}

/** What git knows and what it would take in: no build, no state, no packages. */
async function copyTree(copy: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const folders = ['schema/', 'clients/', 'services/', 'worker/', 'tools/'];
  const wanted = (file: string) => !file.includes('/') || folders.some((folder) => file.startsWith(folder));
  for (const file of stdout.split('\0').filter(Boolean).filter(wanted)) {
    await cp(join(root, file), join(copy, file)).catch(ignoreMissing); // deleted, and git does not know yet
  }
}

/** Packages of others are lent; our own are linked within the copy, or its files would be judged by another tree's. */
async function linkPackages(copy: string): Promise<void> {
  const ours = join('node_modules', '@waybill');
  await mkdir(join(copy, ours), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== '@waybill') await symlink(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  for (const name of await readdir(join(root, ours))) {
    await symlink(await readlink(join(root, ours, name)), join(copy, ours, name));
  }
}

async function brokenImports(copy: string): Promise<Broken[]> {
  const cruise = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'schema',
    'clients',
    'services',
    'worker',
    'tools',
  ];
  const { stdout } = await outputOf('depcruise', cruise, copy);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

async function brokenBoundaries(copy: string): Promise<string> {
  const { stdout, stderr } = await outputOf('turbo', ['boundaries', '--no-color'], copy);
  return stdout + stderr;
}

/** The exit code of both tools reports findings, which are expected here. */
const outputOf = (command: string, args: string[], cwd: string) =>
  run(join(root, 'node_modules', '.bin', command), args, {
    cwd,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: Error & { stdout?: string; stderr?: string }) => {
    if (error.stdout === undefined || error.stderr === undefined) throw error;
    return { stdout: error.stdout, stderr: error.stderr };
  });

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
