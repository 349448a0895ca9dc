import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { capacityTable, measuredTable } from '../../tools/operate/src/capacity.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/capacity.md', import.meta.url)), 'utf8');

test('the figures of the page are those of the benches', () => {
  expect(page).toContain(`\n${measuredTable()}\n`);
});

test('the needs of a load follow from them', () => {
  expect(page).toContain(`\n${capacityTable()}\n`);
});
