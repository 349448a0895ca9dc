import { readFileSync, writeFileSync } from 'node:fs';
import { settingsTable } from './settings-table.ts';

// Writes the table of docs/settings.md anew.

const page = new URL('../../../docs/settings.md', import.meta.url);
const between = /(?<=<!-- settings -->\n)[\s\S]*(?=<!-- \/settings -->)/;
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(between, () => settingsTable()),
);
