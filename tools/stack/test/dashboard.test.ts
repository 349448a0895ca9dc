import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDashboard } from '../src/start/dashboard.ts';

test('a dashboard is built once, and again when its sources have changed', async () => {
  const repository = aRepository();

  await repository.start();
  await repository.start();
  const first = repository.builds();
  writeFileSync(join(repository.root, 'clients/typed/src/index.ts'), '// another client');
  await repository.start();

  expect([first, repository.builds()]).toEqual([1, 2]);
  expect(repository.said).toEqual([
    ...['Building the dashboard. This takes some seconds, once.', expect.stringMatching(/^The dashboard is built: /)],
    ...['Building the dashboard. This takes some seconds, once.', expect.stringMatching(/^The dashboard is built: /)],
  ]);
});

test('build output, dependencies and tests are not sources', async () => {
  const repository = aRepository();
  await repository.start();

  for (const path of ['node_modules/vite/index.js', 'dist/assets/index.js', 'test/page.test.ts', '.vite/deps.json']) {
    mkdirSync(join(repository.root, 'clients/web', path, '..'), { recursive: true });
    writeFileSync(join(repository.root, 'clients/web', path), '');
  }
  await repository.start();

  expect(repository.builds()).toBe(1);
});

test('a failed build of the dashboard stops nothing, and is tried again', async () => {
  const repository = aRepository('console.error("No such import"); process.exit(1)');

  await repository.start();
  await repository.start();

  expect(repository.builds()).toBe(2);
  expect(repository.said).toContain('The dashboard cannot be built, the rest starts without it: No such import');
});

test('stopping during a build does not wait, and leaves it unbuilt', async () => {
  const repository = aRepository('setInterval(() => undefined, 1_000)');
  const leaving = new AbortController();

  const building = repository.start(leaving.signal);
  await expect.poll(repository.builds).toBe(1);
  leaving.abort(new Error('Ctrl-C'));

  await expect(building).rejects.toThrow('Ctrl-C');
  expect(() => readFileSync(join(repository.root, 'clients/web/dist/.sources'))).toThrow('ENOENT');
  await expect.poll(() => isRunning(repository.builder())).toBe(false);
});

/** A repository whose build notes that it ran, makes an empty folder, and then does what a test wishes. */
function aRepository(then = '') {
  const root = mkdtempSync(join(tmpdir(), 'waybill-build-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package-lock.json', '{}');
  write('clients/typed/src/index.ts', '');
  write('clients/web/src/main.tsx', '');
  write('node_modules/vite/bin/vite.js', `${noteAndEmpty}${then}`);
  const log = join(root, 'builds');
  appendFileSync(log, '');
  rmSync(join(root, 'clients/web/dist'), { recursive: true, force: true });

  const pids = () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
  const said: string[] = [];
  return {
    root,
    said,
    builds: () => pids().length,
    builder: () => Number(pids().at(-1)),
    start: (signal = new AbortController().signal) => buildDashboard({ say: (line) => said.push(line), signal, root }),
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const noteAndEmpty = `const { appendFileSync, mkdirSync, rmSync } = require('node:fs');
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
appendFileSync('../../builds', process.pid + '\\n');
`;
