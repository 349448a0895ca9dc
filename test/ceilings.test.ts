import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { overCeilings } from './ceilings.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const ours = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && existsSync(`${root}${file}`) && !file.includes('/generated/'));

const found = (file: string) => overCeilings(file, readFileSync(`${root}${file}`, 'utf8'));

test('no file has more than 150 lines and no function more than 40, without a reason in a comment', () => {
  expect(ours.flatMap(found)).toEqual([]);
});

/** In parts, for this file is looked at as well. */
const longer = (than: number) => `Longer than ${than} lines:`;
const lines = (count: number) => 'count += 1;\n'.repeat(count);

describe('a function of 41 lines', () => {
  const long = `function add() {\n${lines(39)}}\n`;

  test.each([
    ['a function', long],
    ['a method', `class Sum {\n  add() {\n${lines(39)}}\n}\n`],
    ['a function within another', `const sum = () => ({\n  add: () => {\n${lines(39)}},\n});\n`],
    ['a function whose reason is elsewhere', `/** ${longer(40)} a table. */\nconst sum = 1;\n${long}`],
    ['a function without a reason', `/** ${longer(40)} */\n${long}`],
  ])('is found as %s', (_, text) => {
    expect(overCeilings('x.ts', text)).not.toEqual([]);
  });

  test.each([
    ['that says why', `/** Adds. ${longer(40)} a table. */\nexport const add = () => {\n${lines(39)}};\n`],
    ['that says why as a property', `const sum = {\n  // ${longer(40)} a table.\n  add: () => {\n${lines(39)}},\n};\n`],
    ['of tests', `describe('adding', () => {\ntest('adds', () => {});\n${lines(39)}});\n`],
  ])('is taken %s', (_, text) => {
    expect(overCeilings('x.ts', text)).toEqual([]);
  });
});

test.each([
  ['a file of 151 lines', lines(151), 'x.ts has 151 lines'],
  [
    'a reason that no file needs',
    `// ${longer(150)} a table.\n`,
    'x.ts gives a reason for a length that it does not have',
  ],
  [
    'a reason that no function needs',
    `// ${longer(40)} a table.\n`,
    'x.ts gives a reason for a function that is not long',
  ],
])('%s is found', (_, text, found) => {
  expect(overCeilings('x.ts', text)).toEqual([found]);
});
