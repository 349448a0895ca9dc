import { readFileSync, writeFileSync } from 'node:fs';
import { settingsTable } from './settings-table.ts';

// Writes README's table of settings anew.

const readme = new URL('../../../README.md', import.meta.url);
const between = /(?<=<!-- settings -->\n)[\s\S]*(?=<!-- \/settings -->)/;
writeFileSync(
  readme,
  readFileSync(readme, 'utf8').replace(between, () => settingsTable()),
);
