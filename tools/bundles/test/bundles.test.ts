import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundledPrograms, bundledWorkflows } from '../src/index.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'waybill bundles ü-'));
  const mains = ['services/gateway', 'services/chaos', 'services/order-book', 'worker'].map(
    (it) => `${it}/src/main.ts`,
  );
  for (const main of [...mains, 'worker/src/bundle.ts', 'schema/x.ts']) write(main, '');
  for (const client of ['http', 'orders', 'order-book', 'providers']) write(`clients/${client}/index.ts`, '');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a program runs from its bundle, and finds what lies beside its source', async () => {
  write('services/chaos/src/beside.ts', 'export const beside: URL = new URL("../migrations", import.meta.url);');
  write('services/chaos/src/main.ts', 'import { beside } from "./beside.ts"; console.log(decodeURI(beside.pathname))');

  const { chaos } = await bundledPrograms({ root });

  expect(outputOf(chaos)).toBe(join(root, 'services/chaos/migrations'));
});

test('what a program imports once it runs is no part of its start', async () => {
  write('worker/src/later.ts', 'console.log("later")');
  write('worker/src/main.ts', 'console.log("first"); await import("./later.ts")');

  const { worker } = await bundledPrograms({ root });

  expect(outputOf(worker)).toBe('first\nlater');
});

test('programs are bundled again when a source has changed, and only then', async () => {
  const { gateway } = await bundledPrograms({ root });
  const { mtimeMs } = statSync(gateway);
  expect((await bundledPrograms({ root })).gateway).toBe(gateway);
  expect(statSync(gateway).mtimeMs).toBe(mtimeMs);

  write('services/gateway/src/main.ts', 'console.log("changed")');

  expect(outputOf((await bundledPrograms({ root })).gateway)).toBe('changed');
});

test('workflows are bundled again when the worker has changed, and not when a service has', async () => {
  write('worker/src/bundle.ts', 'import { writeFileSync } from "node:fs"; writeFileSync(process.argv[2], "")');
  const workflows = await bundledWorkflows({ root });

  write('services/gateway/src/main.ts', 'console.log("changed")');
  expect(await bundledWorkflows({ root })).toBe(workflows);

  write('worker/src/main.ts', 'console.log("changed")');
  expect(await bundledWorkflows({ root })).not.toBe(workflows);
});

test('programs that cannot be bundled leave nothing behind', async () => {
  write('worker/src/main.ts', 'import "./nowhere.ts"');

  await expect(bundledPrograms({ root })).rejects.toThrow('nowhere.ts');

  expect(readdirSync(join(root, 'node_modules/.cache/waybill'))).toEqual([]);
});

test('the last four bundles are kept', async () => {
  for (const version of [1, 2, 3, 4, 5, 6]) {
    write('worker/src/main.ts', `console.log(${version})`);
    await bundledPrograms({ root });
  }

  expect(readdirSync(join(root, 'node_modules/.cache/waybill'))).toHaveLength(4);
});

const outputOf = (program: string) => execFileSync(process.execPath, [program], { encoding: 'utf8' }).trim();

function write(path: string, code: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), code);
}
