import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { spreadLiterals } from './spreads.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const ours = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.js'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && existsSync(`${root}${file}`) && !file.includes('/generated/'));

test('no object spreads another that is written in place', () => {
  expect(ours.flatMap((file) => spreadLiterals(file, readFileSync(`${root}${file}`, 'utf8')))).toEqual([]);
});

test.each([
  ['const a = { b, ...{ c } };', ['x.tsx:1 spreads a literal']],
  ['\nconst a = { ...{ b, ...{ c } } };', ['x.tsx:2 spreads a literal', 'x.tsx:2 spreads a literal']],
  ['const a = <Row {...{ b }} />;', ['x.tsx:1 spreads a literal']],
  ['const a = { ...b, ...(c ? { d } : {}) };', []],
])('%s', (text, found) => {
  expect(spreadLiterals('x.tsx', text)).toEqual(found);
});
