import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tableIn } from './list-one.ts';

// npm run iso4217 [file]: imports the list of currencies that the maintenance agency of ISO 4217 publishes.

const published =
  'https://www.six-group.com/dam/download/financial-information/data-center/iso-currrency/lists/list-one.xml';

const target = fileURLToPath(new URL('../src/domain/iso-4217.ts', import.meta.url));

const [file] = process.argv.slice(2);
const xml = file === undefined ? await (await fetch(published)).text() : await readFile(file, 'utf8');
await writeFile(target, tableIn(xml));
