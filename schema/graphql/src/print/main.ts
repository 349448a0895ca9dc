import { readFileSync, writeFileSync } from 'node:fs';
import { unacknowledged } from './breaking-changes.ts';
import { printedSchema } from './schema-text.ts';

// Writes schema.graphql, unless that would hide an unacknowledged breaking change.

const file = (name: string) => new URL(`../../${name}`, import.meta.url);
const read = (name: string) => readFileSync(file(name), 'utf8');

const breaking = unacknowledged(read('schema.graphql'), printedSchema(), read('breaking-changes.md'));
if (breaking.length > 0) {
  for (const { description } of breaking) console.error(`- ${description} Because …`);
  console.error('This breaks clients. If it is intended, add the lines above to schema/graphql/breaking-changes.md.');
  process.exitCode = 1;
} else {
  writeFileSync(file('schema.graphql'), printedSchema());
}
