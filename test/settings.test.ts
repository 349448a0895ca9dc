import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledPrograms } from '@waybill/bundles';
import { type Setting, table } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

const programs = await bundledPrograms();
const commands = {
  gateway: [programs.gateway],
  'chaos service': [programs.chaos],
  'order book': [programs['order-book']],
  worker: [programs.worker],
  'npm start': ['--import', 'tsx', 'tools/stack/src/main.ts'],
  'npm run reset': ['--import', 'tsx', 'tools/stack/src/reset.ts'],
};

const bad = {
  LOG_LEVEL: 'loud',
  DATABASE_URL: 'postgres://ada:hunter2@local host/x',
  WAYBILL_WORKER_ACTIVITIES: 'many',
  WAYBILL_GATEWY_PORT: '4000',
};

test.each(Object.entries(commands))('%s ends at once with a line for each bad setting', (_, command) => {
  const { PATH } = process.env;
  const run = spawnSync(process.execPath, command, {
    cwd: root,
    env: { PATH, ...bad },
    encoding: 'utf8',
  });

  const lines = `${run.stdout}${run.stderr}`.trim().split('\n');
  expect(run.status).toBe(1);
  expect(lines.map((line) => Object.keys(bad).find((name) => line.includes(name))).sort()).toEqual(
    Object.keys(bad).sort(),
  );
  expect(lines.join('\n')).not.toContain('hunter2');
});

test('every name with our prefix in the repository is in the table of settings', () => {
  const files = execFileSync('git', ['grep', '-lE', 'WAYBILL_[A-Z]', '--', '.', ':!*.test.ts', ':!*.md'], {
    cwd: root,
    encoding: 'utf8',
  });
  const named = files
    .trim()
    .split('\n')
    .flatMap((file) => readFileSync(`${root}${file}`, 'utf8').match(/\bWAYBILL_[A-Z_]*[A-Z]\b/g) ?? []);

  expect([...new Set(named)].filter((name) => !(name in table))).toEqual([]);
});

test('no path of a URL is used as a file path, which may have spaces and any letters', () => {
  const taken = spawnSync(
    'git',
    ['grep', '-nE', '(meta\\.url\\)|workflows|file|path)\\.pathname', '--', '*.ts', '*.cjs'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );

  expect(taken.stdout).toBe('');
});

/** The effects of all other settings are in `effects.test.ts`. */
const folders = { tests: '**/test', clients: 'clients' };
const read = Object.entries<Setting>(table).flatMap(([name, { by }]) =>
  by.filter((who): who is keyof typeof folders => who in folders).map((who) => ({ name, who })),
);

test.each(read)('$name is read by its $who', ({ name, who }) => {
  const places = [`:(glob)${folders[who]}/**`, `:(glob)*/${folders[who]}/**`];

  const found = spawnSync('git', ['grep', '-lE', `\\b${name}\\b`, '--', ...places], { cwd: root, encoding: 'utf8' });

  expect(found.stdout).not.toBe('');
});
