import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { proofs } from '../../tools/operate/src/proofs.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const rows = read('docs/operation.md')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [number = '', command = '', , , lastRun = '', runs = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { number: Number(number), name: /^`npm run operate -- (\S+)`$/.exec(command)?.[1], lastRun, runs };
  });

const everyFourteen = Array.from({ length: 14 }, (_, at) => at + 1);

test('the table of proofs has each that there is, once, under all fourteen numbers', () => {
  expect(rows.map(({ name }) => name).toSorted()).toEqual(proofs.map(({ name }) => name).toSorted());
  expect([...new Set(rows.map(({ number }) => number))]).toEqual(everyFourteen);
});

test('it says which of them every submission runs, and what came of the last run of each', () => {
  const inCi = /operate -- (.+)$/m.exec(read('.ci/prove'))?.[1]?.split(' ');

  expect(
    rows
      .filter(({ runs }) => runs === 'in CI')
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(inCi?.toSorted());
  expect(rows.filter(({ runs, lastRun }) => !['in CI', 'on demand'].includes(runs) || lastRun === '')).toEqual([]);
});
